/** Real events of the catalogue in any number, the topic they travel on, and the proof that all arrived in order. */
@NullMarked
package io.orderflow.testing.benchmarks.workload;

import org.jspecify.annotations.NullMarked;

/** Figures of interleaved runs, as a table for people, for the documentation and as JSON for machines. */
@NullMarked
package io.orderflow.testing.benchmarks.report;

import org.jspecify.annotations.NullMarked;

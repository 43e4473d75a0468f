/** What the event backbone costs, measured side by side with what most people write; entry point is {@code Benchmarks}. */
@NullMarked
package io.orderflow.testing.benchmarks;

import org.jspecify.annotations.NullMarked;

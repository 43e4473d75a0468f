/** What most people write to bring Kafka and the engine together, as an application of its own. */
@NullMarked
package io.orderflow.testing.benchmarks.correlation.baseline;

import org.jspecify.annotations.NullMarked;

/** From a committed row to the topic: the library's relay, the usual loop, and the raw producer. */
@NullMarked
package io.orderflow.testing.benchmarks.outbox;

import org.jspecify.annotations.NullMarked;

/** From the topic to a committed effect: the library's consumer and one transaction per record. */
@NullMarked
package io.orderflow.testing.benchmarks.inbox;

import org.jspecify.annotations.NullMarked;

/** One real Kafka broker per JVM; entry point is {@link io.orderflow.testing.support.kafka.TestKafka}. */
@NullMarked
package io.orderflow.testing.support.kafka;

import org.jspecify.annotations.NullMarked;

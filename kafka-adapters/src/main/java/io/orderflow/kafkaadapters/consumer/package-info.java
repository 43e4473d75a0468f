/** From a poll of Kafka records to one database transaction, and only then to committed offsets. Hidden. */
@NullMarked
package io.orderflow.kafkaadapters.consumer;

import org.jspecify.annotations.NullMarked;

/** Publishing: facts appended in the caller's transaction reach Kafka after its commit. Start at {@link io.orderflow.kafkaadapters.outbox.Outbox}. */
@NullMarked
package io.orderflow.kafkaadapters.outbox;

import org.jspecify.annotations.NullMarked;

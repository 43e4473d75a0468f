/** The Kafka library: settings and wiring shared by its rooms. Services start at {@code outbox} and {@code inbox}. */
@NullMarked
package io.orderflow.kafkaadapters;

import org.jspecify.annotations.NullMarked;

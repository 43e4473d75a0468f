/** Receiving: each event takes effect once per consumer group. Implement {@link io.orderflow.kafkaadapters.inbox.InboxHandler}; wake what it has parked through {@link io.orderflow.kafkaadapters.inbox.AwaitedEvents}. */
@NullMarked
package io.orderflow.kafkaadapters.inbox;

import org.jspecify.annotations.NullMarked;

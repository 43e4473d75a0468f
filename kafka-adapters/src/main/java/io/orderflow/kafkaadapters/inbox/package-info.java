/** Receiving: each event takes effect once per consumer group. Implement {@link io.orderflow.kafkaadapters.inbox.InboxHandler}. */
@NullMarked
package io.orderflow.kafkaadapters.inbox;

import org.jspecify.annotations.NullMarked;

/** Between events and use cases: one consumer per topic, and the way back into the outbox. */
@NullMarked
package io.orderflow.orderservice.order.messaging;

import org.jspecify.annotations.NullMarked;

package io.orderflow.orderservice.order.usecase;

import io.orderflow.orderservice.order.OrderKey;
import org.jspecify.annotations.Nullable;

/** What a step is going to touch: an order, and one of its lines unless it concerns the order alone. */
public record LineRef(OrderKey order, @Nullable String lineId) {}

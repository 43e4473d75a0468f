package io.orderflow.orderservice.order.usecase;

import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.Transition;

/** A transition of an order and why it came about. */
public record Change(OrderKey order, Transition transition, Cause cause) {}

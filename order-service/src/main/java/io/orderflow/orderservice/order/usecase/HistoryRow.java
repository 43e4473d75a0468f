package io.orderflow.orderservice.order.usecase;

import java.util.UUID;

/** A change together with the event that tells the world about it. */
public record HistoryRow(Change change, UUID eventId) {}

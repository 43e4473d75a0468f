package io.orderflow.orderservice.order.usecase;

import io.orderflow.orderservice.order.OrderKey;

/** What came of a capture command. */
public sealed interface CaptureResult {

    record Captured(OrderKey order) implements CaptureResult {}

    /** The command was carried out before, or the quote has an order already: this one. */
    record Existing(OrderKey order) implements CaptureResult {}

    /** The key belongs to a command with another body. Nothing was done. */
    record KeyReused() implements CaptureResult {}
}

package io.orderflow.orderservice.order.usecase;

import io.orderflow.orderservice.order.Defect;
import io.orderflow.orderservice.order.OrderKey;
import java.util.List;

/** What became of an accepted quote. */
public sealed interface QuoteResult {

    record Captured(OrderKey order) implements QuoteResult {}

    /** It cannot be fulfilled; its order was born rejected. */
    record Rejected(OrderKey order, List<Defect> defects) implements QuoteResult {}

    /** The quote has an order already. Nothing was done. */
    record AlreadyCaptured(OrderKey order) implements QuoteResult {}
}

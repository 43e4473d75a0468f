package io.orderflow.orderservice.order.usecase;

import io.orderflow.orderservice.order.OrderKey;

/** Remembers which capture commands were carried out. */
public interface CaptureReceipts {

    /**
     * Stores a receipt, unless its key is taken. Waits for a concurrent transaction with the same key to end.
     *
     * @return the receipt that stands under the key now: this one, or the one that was there before
     */
    CaptureReceipt store(CaptureReceipt receipt);

    /** Points a receipt of this transaction to the order that turned out to stand for the quote. */
    void redirect(CaptureReceipt receipt, OrderKey to);
}

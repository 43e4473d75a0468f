package io.orderflow.orderservice.callback;

import java.util.Optional;

/** Remembers which callbacks came in and what became of them. A receipt is committed with its effect, or not at all. */
public interface CallbackReceipts {

    /**
     * Stores a receipt, unless there is one under the same tenant, provider and callback id. Waits for a concurrent
     * transaction with the same id to end.
     *
     * @return the receipt that was there before; empty if this one was stored
     */
    Optional<CallbackReceipt.Standing> store(CallbackReceipt receipt);

    /** Writes down what became of a receipt that this transaction has stored. */
    void conclude(CallbackReceipt receipt, CallbackVerdict verdict);
}

package io.orderflow.cli.demo;

import org.jspecify.annotations.Nullable;

/**
 * Whether a row can be ordered.
 *
 * @param refusal why not; null if it can
 */
record RowVerdict(InvoiceRow row, @Nullable String refusal) {

    boolean isAccepted() {
        return refusal == null;
    }
}

package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.failure.FailureClass;
import io.orderflow.kafkaadapters.inbox.LedgerRow;
import org.jspecify.annotations.Nullable;

/** Why a record becomes a dead letter, and what it says about itself. */
record Cause(
        FailureClass failureClass,
        String code,
        String reason,
        @Nullable String eventId,
        @Nullable String eventType,
        @Nullable String tenantId) {

    static Cause of(Decoded.Refused refused) {
        return new Cause(
                refused.failureClass(),
                refused.code(),
                refused.reason(),
                refused.eventId(),
                refused.eventType(),
                refused.tenantId());
    }

    static Cause of(LedgerRow row, FailureClass failureClass, String code, String reason) {
        return new Cause(failureClass, code, reason, row.eventId().toString(), row.eventType(), row.tenantId());
    }
}

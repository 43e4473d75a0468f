package io.orderflow.orderservice.callback.web;

import io.orderflow.orderservice.callback.CallbackType;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Shapes for the documentation. Bodies are read field by field; a test sends the examples and so keeps both in step. */
final class CallbackSchemas {

    static final String COMPLETED_EXAMPLE =
            """
            {
              "callbackId": "cb-2026-0001",
              "type": "COMPLETED",
              "orderId": "ord_0192f0c1a2b37d4e8f60718293a4b5c6",
              "orderLineId": "ord_0192f0c1a2b37d4e8f60718293a4b5c6-1",
              "attempt": 1,
              "idempotencyKey": "ord_0192f0c1a2b37d4e8f60718293a4b5c6-1:1",
              "providerReference": "job-77"
            }
            """;

    static final String FAILED_EXAMPLE =
            """
            {
              "callbackId": "cb-2026-0002",
              "type": "FAILED",
              "orderId": "ord_0192f0c1a2b37d4e8f60718293a4b5c6",
              "orderLineId": "ord_0192f0c1a2b37d4e8f60718293a4b5c6-1",
              "attempt": 1,
              "idempotencyKey": "ord_0192f0c1a2b37d4e8f60718293a4b5c6-1:1",
              "errorCode": "no_stock",
              "errorMessage": "None left in any warehouse",
              "retryable": true
            }
            """;

    static final String REVERSED_EXAMPLE =
            """
            {
              "callbackId": "cb-2026-0003",
              "type": "REVERSED",
              "orderId": "ord_0192f0c1a2b37d4e8f60718293a4b5c6",
              "orderLineId": "ord_0192f0c1a2b37d4e8f60718293a4b5c6-1",
              "attempt": 1,
              "idempotencyKey": "ord_0192f0c1a2b37d4e8f60718293a4b5c6-1:1",
              "providerReference": "job-77",
              "reversalReference": "return-12"
            }
            """;

    private CallbackSchemas() {}

    @Schema(name = "FulfillmentCallback")
    record FulfillmentCallback(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200) String callbackId,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) CallbackType type,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String orderId,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String orderLineId,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            minimum = "1",
                            description = "Which request it answers")
                    int attempt,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The key of that request")
                    String idempotencyKey,
            @Schema(description = "COMPLETED and REVERSED need it, FAILED may have it") @Nullable
                    String providerReference,
            @Schema(description = "FAILED only: lower snake case", pattern = "[a-z][a-z0-9_]{0,63}") @Nullable
                    String errorCode,
            @Schema(description = "FAILED only: the same for people", maxLength = 1000) @Nullable String errorMessage,
            @Schema(description = "FAILED only: whether another attempt may succeed") @Nullable Boolean retryable,
            @Schema(description = "REVERSED only, optional") @Nullable String reversalReference) {}
}

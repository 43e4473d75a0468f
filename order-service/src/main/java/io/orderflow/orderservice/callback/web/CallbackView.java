package io.orderflow.orderservice.callback.web;

import io.orderflow.orderservice.callback.CallbackVerdict;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a provider is told. */
@Schema(name = "FulfillmentCallbackOutcome")
record CallbackView(
        String callbackId,
        @Schema(description = "STALE: it speaks of a state that has passed; nothing changed")
                CallbackVerdict.Outcome outcome,
        @Schema(description = "Only if nothing changed: why") @Nullable String reason) {}

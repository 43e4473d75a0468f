package io.orderflow.fulfillmentmock.replay;

import io.orderflow.fulfillmentmock.provider.FulfillmentCommands.Attempt;
import org.jspecify.annotations.Nullable;

/**
 * A command of the provider's API, ready to be sent by a user of the tenant.
 *
 * @param body as JSON
 */
record RepairCommand(String method, String path, Object body) {

    /** @param aggregateVersion 0 to count on */
    record Answer(String orderId, String orderLineId, int attempt, long aggregateVersion) {}

    /** What would mend the finding; null if that is for people to decide. */
    static @Nullable RepairCommand of(
            Finding.Kind kind,
            Attempt attempt,
            @Nullable ExpectedRequest expected,
            boolean answered,
            @Nullable Long aggregateVersion) {
        return switch (kind) {
            case MISSING ->
                expected == null ? null : new RepairCommand("POST", "/fulfillment-requests", expected.request());
            case DIFFERENT ->
                expected == null ? null : new RepairCommand("PUT", "/fulfillment-requests", expected.request());
            // What was fulfilled without being asked for cannot be taken back by a command.
            case ORPHAN -> answered ? null : new RepairCommand("DELETE", "/fulfillment-requests", attempt);
            case UNANSWERED ->
                new RepairCommand(
                        "POST",
                        "/fulfillment-answers",
                        new Answer(
                                attempt.orderId(),
                                attempt.orderLineId(),
                                attempt.attempt(),
                                aggregateVersion == null ? 0 : aggregateVersion));
        };
    }
}

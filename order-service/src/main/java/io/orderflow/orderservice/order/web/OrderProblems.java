package io.orderflow.orderservice.order.web;

import io.orderflow.httpapi.problem.ApiProblem;
import io.orderflow.orderservice.order.CancellationResult;
import io.orderflow.orderservice.order.LineDecisionResult;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What callers are told whose wish an order does not grant. */
final class OrderProblems {

    private OrderProblems() {}

    /** Says the same about an order that does not exist and about one of another tenant. */
    static ApiProblem orderNotFound() {
        return new ApiProblem(HttpStatus.NOT_FOUND, "order_not_found", "There is no such order.");
    }

    static ApiProblem idempotencyConflict() {
        return new ApiProblem(
                HttpStatus.CONFLICT,
                "idempotency_conflict",
                "This Idempotency-Key was used before, with another body.");
    }

    /** Throws unless the order is cancelled. */
    static void throwIfRefused(CancellationResult result) {
        if (result instanceof CancellationResult.VersionConflict conflict) {
            throw versionConflict(conflict.currentVersion());
        }
        if (result instanceof CancellationResult.PastPointOfNoReturn past) {
            throw new ApiProblem(
                            HttpStatus.CONFLICT,
                            CancellationResult.PastPointOfNoReturn.CODE,
                            "The order can no longer be cancelled; these lines have gone too far.")
                    .with("lines", past.orderLineIds());
        }
        if (result instanceof CancellationResult.NotCancellable not) {
            throw new ApiProblem(
                            HttpStatus.CONFLICT,
                            "invalid_transition",
                            "The order has ended already: it is %s.".formatted(not.status()))
                    .with("orderStatus", not.status());
        }
    }

    /** Throws unless the line was decided about. */
    static void throwIfRefused(LineDecisionResult result) {
        if (result instanceof LineDecisionResult.VersionConflict conflict) {
            throw versionConflict(conflict.currentVersion());
        }
        if (result instanceof LineDecisionResult.UnknownLine) {
            throw new ApiProblem(HttpStatus.NOT_FOUND, "line_not_found", "The order has no such line.");
        }
        if (result instanceof LineDecisionResult.NotPossible not) {
            throw new ApiProblem(
                            HttpStatus.CONFLICT,
                            "invalid_transition",
                            "Only a FAILED line of an ACTIVE order leaves something to decide: the line is %s and its order %s."
                                    .formatted(not.lineStatus(), not.orderStatus()))
                    .with("lineStatus", not.lineStatus())
                    .with("orderStatus", not.orderStatus());
        }
    }

    private static ApiProblem versionConflict(long currentVersion) {
        return new ApiProblem(
                        HttpStatus.PRECONDITION_FAILED,
                        "version_conflict",
                        "The order has moved on: it is at version %d now.".formatted(currentVersion))
                .with("currentVersion", currentVersion)
                .withHeader(HttpHeaders.ETAG, "\"%d\"".formatted(currentVersion));
    }
}

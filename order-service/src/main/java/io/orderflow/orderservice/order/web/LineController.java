package io.orderflow.orderservice.order.web;

import io.orderflow.httpapi.json.FieldErrors;
import io.orderflow.httpapi.json.JsonBodies;
import io.orderflow.httpapi.users.ApiUser;
import io.orderflow.orderservice.order.LineDecisionResult;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.usecase.DecideLine;
import io.orderflow.orderservice.order.usecase.ExpectedVersion;
import io.orderflow.orderservice.order.usecase.OrderView;
import io.orderflow.orderservice.order.usecase.OrderViews;
import io.orderflow.orderservice.order.usecase.Requester;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** What people decide about the failed lines of their tenant's orders. */
@RestController
class LineController implements LineApi {

    private final DecideLine decideLine;
    private final OrderViews views;

    LineController(DecideLine decideLine, OrderViews views) {
        this.decideLine = decideLine;
        this.views = views;
    }

    @Override
    public ResponseEntity<OrderView> retry(String id, String lineId, HttpServletRequest request, ApiUser user)
            throws IOException {
        return decide(id, lineId, request, user, decideLine::retry);
    }

    @Override
    public ResponseEntity<OrderView> waive(String id, String lineId, HttpServletRequest request, ApiUser user)
            throws IOException {
        return decide(id, lineId, request, user, decideLine::waive);
    }

    private ResponseEntity<OrderView> decide(
            String id, String lineId, HttpServletRequest request, ApiUser user, Decision decision) throws IOException {
        OrderKey key = OrderPaths.order(id, user);
        String line = OrderPaths.line(lineId);
        FieldErrors errors = new FieldErrors();
        ExpectedVersion expected = Preconditions.ifMatch(request, errors);
        String reason = JsonBodies.read(request.getInputStream(), errors, OrderController::reason);
        OrderProblems.throwIfRefused(
                decision.take(key.orderId(), line, reason, expected, OrderController.requester(request, user))
                        .orElseThrow(OrderProblems::orderNotFound));
        return Preconditions.tagged(views.find(key).orElseThrow(OrderProblems::orderNotFound));
    }

    @FunctionalInterface
    private interface Decision {
        Optional<LineDecisionResult> take(
                String orderId, String orderLineId, String reason, ExpectedVersion expected, Requester requester);
    }
}

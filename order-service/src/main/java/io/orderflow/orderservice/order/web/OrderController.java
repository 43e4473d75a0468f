package io.orderflow.orderservice.order.web;

import io.orderflow.httpapi.json.FieldErrors;
import io.orderflow.httpapi.json.JsonBodies;
import io.orderflow.httpapi.problem.ApiProblem;
import io.orderflow.httpapi.problem.RequestTrace;
import io.orderflow.httpapi.users.ApiUser;
import io.orderflow.orderservice.order.CancellationResult;
import io.orderflow.orderservice.order.OrderDraft;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.usecase.CancelOrder;
import io.orderflow.orderservice.order.usecase.CaptureOrder;
import io.orderflow.orderservice.order.usecase.CaptureResult;
import io.orderflow.orderservice.order.usecase.ExpectedVersion;
import io.orderflow.orderservice.order.usecase.OrderHistory;
import io.orderflow.orderservice.order.usecase.OrderIds;
import io.orderflow.orderservice.order.usecase.OrderPage;
import io.orderflow.orderservice.order.usecase.OrderStatistics;
import io.orderflow.orderservice.order.usecase.OrderView;
import io.orderflow.orderservice.order.usecase.OrderViews;
import io.orderflow.orderservice.order.usecase.Requester;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The orders of the caller's tenant. */
@RestController
class OrderController implements OrderApi {

    private final CaptureOrder captureOrder;
    private final CancelOrder cancelOrder;
    private final OrderViews views;

    OrderController(CaptureOrder captureOrder, CancelOrder cancelOrder, OrderViews views) {
        this.captureOrder = captureOrder;
        this.cancelOrder = cancelOrder;
        this.views = views;
    }

    @Override
    public ResponseEntity<OrderView> capture(HttpServletRequest request, ApiUser user) throws IOException {
        FieldErrors errors = new FieldErrors();
        String key = IdempotencyKeys.read(request, errors);
        OrderDraft draft = JsonBodies.read(request.getInputStream(), errors, CaptureOrderReader::draft);
        CaptureResult result = captureOrder.byCommand(draft, key, requester(request, user));
        if (result instanceof CaptureResult.Captured captured) {
            OrderView order = view(captured.order());
            return ResponseEntity.created(URI.create("/orders/" + order.id())).body(order);
        }
        if (result instanceof CaptureResult.Existing existing) {
            return ResponseEntity.ok(view(existing.order()));
        }
        throw new ApiProblem(
                HttpStatus.CONFLICT,
                "idempotency_conflict",
                "This Idempotency-Key was used before, with another body.");
    }

    @Override
    public OrderView show(String id, ApiUser user) {
        return view(key(id, user));
    }

    @Override
    public OrderPage list(HttpServletRequest request, ApiUser user) {
        return views.list(user.tenantId(), OrderQueryReader.filter(request));
    }

    @Override
    public OrderStatistics statistics(HttpServletRequest request, ApiUser user) {
        return views.statistics(user.tenantId(), OrderQueryReader.capturedSince(request));
    }

    @Override
    public OrderHistory history(String id, ApiUser user) {
        return views.history(key(id, user)).orElseThrow(OrderController::notFound);
    }

    @Override
    public OrderView cancel(String id, HttpServletRequest request, ApiUser user) throws IOException {
        OrderKey key = key(id, user);
        String reason = JsonBodies.read(request.getInputStream(), fields -> fields.requiredText("reason"));
        CancellationResult result = cancelOrder
                .cancel(key.orderId(), reason, ExpectedVersion.any(), requester(request, user))
                .orElseThrow(OrderController::notFound);
        if (result instanceof CancellationResult.PastPointOfNoReturn past) {
            throw new ApiProblem(
                            HttpStatus.CONFLICT,
                            "past_point_of_no_return",
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
        return view(key);
    }

    private OrderView view(OrderKey key) {
        return views.find(key).orElseThrow(OrderController::notFound);
    }

    private static OrderKey key(String id, ApiUser user) {
        if (!OrderIds.isOrderId(id)) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST, "invalid_id", "The id of an order is ord_ and 32 hexadecimal digits.");
        }
        return new OrderKey(user.tenantId(), id);
    }

    private static Requester requester(HttpServletRequest request, ApiUser user) {
        return new Requester(user.tenantId(), user.getUsername(), RequestTrace.of(request));
    }

    /** Says the same about an order that does not exist and about one of another tenant. */
    private static ApiProblem notFound() {
        return new ApiProblem(HttpStatus.NOT_FOUND, "order_not_found", "There is no such order.");
    }
}

package io.orderflow.orderservice.order.web;

import io.orderflow.httpapi.json.FieldErrors;
import io.orderflow.httpapi.json.JsonBodies;
import io.orderflow.httpapi.json.JsonFields;
import io.orderflow.httpapi.problem.RequestTrace;
import io.orderflow.httpapi.users.ApiUser;
import io.orderflow.orderservice.order.OrderDraft;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.usecase.CancelOrder;
import io.orderflow.orderservice.order.usecase.CaptureOrder;
import io.orderflow.orderservice.order.usecase.CaptureResult;
import io.orderflow.orderservice.order.usecase.ExpectedVersion;
import io.orderflow.orderservice.order.usecase.OrderHistory;
import io.orderflow.orderservice.order.usecase.OrderPage;
import io.orderflow.orderservice.order.usecase.OrderStatistics;
import io.orderflow.orderservice.order.usecase.OrderView;
import io.orderflow.orderservice.order.usecase.OrderViews;
import io.orderflow.orderservice.order.usecase.Requester;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
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
            return Preconditions.tagged(ResponseEntity.created(URI.create("/orders/" + order.id())), order);
        }
        if (result instanceof CaptureResult.Existing existing) {
            return Preconditions.tagged(view(existing.order()));
        }
        throw OrderProblems.idempotencyConflict();
    }

    @Override
    public ResponseEntity<OrderView> show(String id, ApiUser user) {
        return Preconditions.tagged(view(OrderPaths.order(id, user)));
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
        return views.history(OrderPaths.order(id, user)).orElseThrow(OrderProblems::orderNotFound);
    }

    @Override
    public ResponseEntity<OrderView> cancel(String id, HttpServletRequest request, ApiUser user) throws IOException {
        OrderKey key = OrderPaths.order(id, user);
        FieldErrors errors = new FieldErrors();
        ExpectedVersion expected = Preconditions.ifMatch(request, errors);
        String reason = JsonBodies.read(request.getInputStream(), errors, OrderController::reason);
        OrderProblems.throwIfRefused(cancelOrder
                .cancel(key.orderId(), reason, expected, requester(request, user))
                .orElseThrow(OrderProblems::orderNotFound));
        return Preconditions.tagged(view(key));
    }

    private OrderView view(OrderKey key) {
        return views.find(key).orElseThrow(OrderProblems::orderNotFound);
    }

    static String reason(JsonFields fields) {
        return fields.requiredText("reason");
    }

    static Requester requester(HttpServletRequest request, ApiUser user) {
        return new Requester(user.tenantId(), user.getUsername(), RequestTrace.of(request));
    }
}

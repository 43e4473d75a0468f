package io.orderflow.orderservice.order.web;

import io.orderflow.httpapi.json.QueryParameters;
import io.orderflow.orderservice.order.OrderStatus;
import io.orderflow.orderservice.order.usecase.OrderFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the queries about orders can be asked for. */
final class OrderQueryReader {

    private static final int MAX_PAGE = 1_000_000;

    private OrderQueryReader() {}

    /** @throws io.orderflow.httpapi.problem.ApiProblem if any parameter is wrong */
    static OrderFilter filter(HttpServletRequest request) {
        QueryParameters query = new QueryParameters(
                request, Set.of("status", "customerId", "quoteId", "capturedSince", "page", "size"));
        OrderFilter filter = new OrderFilter(
                query.oneOf("status", OrderStatus.class),
                query.text("customerId"),
                query.text("quoteId"),
                query.instant("capturedSince"),
                query.number("page", 0, MAX_PAGE, 0),
                query.number("size", 1, OrderFilter.MAX_SIZE, OrderFilter.DEFAULT_SIZE));
        query.throwIfWrong();
        return filter;
    }

    /** @throws io.orderflow.httpapi.problem.ApiProblem if any parameter is wrong */
    static @Nullable Instant capturedSince(HttpServletRequest request) {
        QueryParameters query = new QueryParameters(request, Set.of("capturedSince"));
        Instant since = query.instant("capturedSince");
        query.throwIfWrong();
        return since;
    }
}

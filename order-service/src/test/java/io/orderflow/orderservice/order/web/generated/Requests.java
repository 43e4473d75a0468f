package io.orderflow.orderservice.order.web.generated;

import io.orderflow.orderservice.Http;
import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.orderservice.callback.Callbacks;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Valid requests on every route, and what becomes of them. */
final class Requests {

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "FOO", "get");
    private static final List<String> QUERY = List.of(
            "status",
            "customerId",
            "quoteId",
            "capturedSince",
            "page",
            "size",
            "before",
            "sort",
            "tenantId",
            "a[]",
            "");
    private static final List<String> TEXTS = List.of(
            "",
            "0",
            "1",
            "-1",
            "500",
            "501",
            "1000000000000",
            "ACTIVE",
            "active",
            "2026-11-23T08:00:00Z",
            "2026-02-30T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "\u0000",
            "' OR 1=1 --",
            "${7*7}",
            "\uD83D\uDE00",
            "../..",
            "%",
            "x".repeat(3_000),
            "*",
            "\"1\"",
            "W/\"1\"",
            "application/xml",
            "application/json; charset=utf-16",
            "text/html, */*;q=0.1",
            "\u00FF");
    private static final List<String> HEADERS = List.of(
            "Content-Type",
            "Accept",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "traceparent",
            "X-HTTP-Method-Override",
            "X-Forwarded-Host",
            "Content-Encoding",
            "Range",
            "Orderflow-Provider",
            "Orderflow-Signature",
            "Cookie",
            "Origin",
            "Accept-Language",
            "Authorization");
    private static final String REASON = "{\"reason\": \"because\"}";

    private final Http http;
    private final Http operator;
    private final Known known;
    private final Draw draw;

    Requests(OrderServiceNode node, Known known, Draw draw) {
        this.http = node.http();
        this.operator = node.httpOfOperator();
        this.known = known;
        this.draw = draw;
    }

    HttpRequest.Builder next() {
        String order = id(draw.of(known.orders()));
        String line = order + "-" + (1 + draw.below(4));
        return switch (draw.below(11)) {
            case 0, 1 -> bent(http, "POST", "/orders", order(), "Idempotency-Key", draw.id());
            case 2 -> bent(http, "GET", "/orders" + query(), null);
            case 3 -> bent(http, "GET", "/orders/" + order + query(), null);
            case 4 -> bent(http, "GET", "/orders/" + order + "/history" + query(), null);
            case 5 -> bent(http, "POST", "/orders/" + order + "/cancellation", REASON, "If-Match", "\"5\"");
            case 6 -> bent(http, "POST", "/orders/" + order + "/lines/" + id(line) + "/retry", REASON);
            case 7 -> bent(http, "POST", "/orders/" + order + "/lines/" + id(line) + "/waiver", REASON);
            case 8 -> callback(order, line);
            case 9 -> bent(http, "GET", draw.of(List.of("/orders/statistics", "/order-summaries")) + query(), null);
            default ->
                draw.oneIn(2)
                        ? bent(
                                operator,
                                "GET",
                                "/operations/dead-letters" + draw.of(List.of("", "/" + text())) + query(),
                                null)
                        : bent(http, "GET", "/" + text() + query(), null);
        };
    }

    private HttpRequest.Builder bent(Http as, String method, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = draw.oneIn(40) ? as.anonymousRequest(path) : as.request(path);
        request.header("Accept", "application/json");
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            if (!draw.oneIn(4)) {
                request.header(headers[i], headers[i + 1]);
            }
        }
        bendHeaders(request);
        byte[] bytes = body == null ? new byte[0] : Bodies.bent(body, draw);
        return request.method(
                draw.oneIn(15) && !path.startsWith("/operations") ? draw.of(METHODS) : method,
                bytes.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes));
    }

    /** Mostly signed after it was bent, so that what is inside is looked at. */
    private HttpRequest.Builder callback(String order, String line) {
        String body = new String(Bodies.bent(callbackBody(order, line), draw), StandardCharsets.UTF_8);
        HttpRequest.Builder request = draw.oneIn(10)
                ? Callbacks.unsigned(http, body)
                : Callbacks.signed(http, OrderServiceNode.PROVIDER, OrderServiceNode.PROVIDER_SECRET, body);
        bendHeaders(request);
        return draw.oneIn(15) ? request.method(draw.of(METHODS), BodyPublishers.ofString(body)) : request;
    }

    private void bendHeaders(HttpRequest.Builder request) {
        if (draw.oneIn(4)) {
            String value = text().replaceAll("[^\\x20-\\x7e\\u00a0-\\u00ff]", "?");
            String name = draw.of(HEADERS);
            if (draw.oneIn(2)) {
                request.setHeader(name, value);
            } else {
                request.header(name, value);
            }
        }
    }

    private String order() {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 1 + draw.below(3); i++) {
            lines.add(
                    """
                    {"quoteLineId": "%d", "offerId": "O", "action": "ADD", "quantity": 1, "unitPrice": "1.00",
                     "description": "d", "dependsOn": [%s]}"""
                            .formatted(i, i > 1 ? "\"1\"" : ""));
        }
        return """
                {"quoteId": "q_%s", "customerId": "c", "currency": "GBP", "lines": [%s]}"""
                .formatted(draw.id(), String.join(",", lines));
    }

    private String callbackBody(String order, String line) {
        String type = draw.of(List.of("COMPLETED", "FAILED", "REVERSED"));
        String more = type.equals("FAILED")
                ? "\"errorCode\": \"no_stock\", \"errorMessage\": \"None left\", \"retryable\": true"
                : "\"providerReference\": \"ref\"";
        return """
                {"callbackId": "%s", "type": "%s", "orderId": "%s", "orderLineId": "%s", "attempt": 1,
                 "idempotencyKey": "%s:1", %s}"""
                .formatted(draw.oneIn(3) ? "cb" : draw.id(), type, order, line, line, more);
    }

    /** The id, or something like it that fits into a path. */
    private String id(String id) {
        return switch (draw.below(12)) {
            case 0 -> "ord_" + "0".repeat(32);
            case 1 -> id.substring(0, draw.below(id.length()));
            case 2 -> id.toUpperCase(Locale.ROOT);
            case 3 -> id + draw.of(List.of("0", "-1", "-", "%20", "%00", ";x=y", "%2e%2e"));
            case 4 -> text();
            default -> id;
        };
    }

    private String query() {
        StringBuilder query = new StringBuilder();
        for (int i = draw.below(4); i > 0; i--) {
            query.append(query.isEmpty() ? '?' : '&')
                    .append(encoded(draw.of(QUERY)))
                    .append(draw.oneIn(6) ? "" : "=" + text());
        }
        return query.toString();
    }

    private String text() {
        return encoded(draw.of(TEXTS));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String shown(HttpRequest request) {
        URI uri = request.uri();
        return "%s %s %s"
                .formatted(request.method(), uri.getRawPath(), request.headers().map());
    }
}

package io.orderflow.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.cli.demo.FedInvoice.OrderFate;
import io.orderflow.cli.stack.Answer;
import io.orderflow.cli.stack.Api;
import io.orderflow.cli.stack.Patience;
import io.orderflow.cli.stack.Refusal;
import io.orderflow.cli.stack.Stack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The calls of the demo. Thread safe. */
final class OrderApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE_SIZE = 200;

    private final Api orders;
    private final Api mock;
    private final Patience patience;

    OrderApi(Stack stack) {
        this.orders = new Api(stack.orders(), stack.authorization());
        this.mock = new Api(stack.mock(), stack.authorization());
        this.patience = new Patience(stack);
    }

    Answer capture(FedInvoice invoice) throws InterruptedException {
        byte[] body = bytes(QuoteBody.order(invoice));
        return patience.send(() -> orders.post("/orders", invoice.quoteId(), body));
    }

    Answer accept(FedInvoice invoice) throws InterruptedException {
        JsonNode body = QuoteBody.acceptance(invoice);
        return patience.send(() -> mock.post("/quotes/" + invoice.quoteId() + "/acceptance", body));
    }

    Answer cancel(String orderId, String reason) throws InterruptedException {
        JsonNode body = JSON.createObjectNode().put("reason", reason);
        return patience.send(() -> orders.post("/orders/" + orderId + "/cancellation", body));
    }

    /** The order that was captured from a quote, once there is one. */
    Optional<OrderFate> findByQuote(String quoteId) throws InterruptedException {
        return orders("/orders?size=1&quoteId=" + quoteId).stream().findFirst().map(OrderApi::fate);
    }

    OrderCounts counts(Instant capturedSince) throws InterruptedException {
        JsonNode statistics =
                require(patience.send(() -> orders.get("/orders/statistics?capturedSince=" + capturedSince)));
        JsonNode byStatus = statistics.path("byStatus");
        return new OrderCounts(
                statistics.path("total").asLong() - byStatus.path("REJECTED").asLong(),
                byStatus.path("COMPLETED").asLong(),
                byStatus.path("CANCELLED").asLong(),
                byStatus.path("REJECTED").asLong());
    }

    /** All orders since then; call when no new ones arrive, or pages overlap. */
    List<QuotedFate> all(Instant capturedSince) throws InterruptedException {
        List<QuotedFate> all = new ArrayList<>();
        for (int page = 0; ; page++) {
            List<JsonNode> items =
                    orders("/orders?capturedSince=%s&page=%d&size=%d".formatted(capturedSince, page, PAGE_SIZE));
            items.forEach(order -> all.add(new QuotedFate(order.path("quoteId").asText(), fate(order))));
            if (items.size() < PAGE_SIZE) {
                return all;
            }
        }
    }

    List<String> lineStatuses(String orderId) throws InterruptedException {
        List<String> statuses = new ArrayList<>();
        require(patience.send(() -> orders.get("/orders/" + orderId)))
                .path("lines")
                .forEach(line -> statuses.add(line.path("status").asText()));
        return statuses;
    }

    private List<JsonNode> orders(String path) throws InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        require(patience.send(() -> orders.get(path))).path("items").forEach(items::add);
        return items;
    }

    private static OrderFate fate(JsonNode order) {
        return new OrderFate(
                order.path("id").asText(),
                order.path("status").asText(),
                Instant.parse(order.path("capturedAt").asText()),
                order.hasNonNull("completedAt")
                        ? Instant.parse(order.path("completedAt").asText())
                        : null,
                order.path("lineCount").asLong(),
                order.path("completedLines").asLong());
    }

    private static JsonNode require(Answer answer) {
        if (!answer.isSuccess()) {
            throw new Refusal("order-service refuses to tell about orders: " + answer.problem());
        }
        return answer.body();
    }

    private static byte[] bytes(JsonNode body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What has become of a quote. */
    record QuotedFate(String quoteId, OrderFate fate) {}

    /** Orders by where they stand; captured holds all but the rejected ones. */
    record OrderCounts(long captured, long completed, long cancelled, long rejected) {

        static final OrderCounts NONE = new OrderCounts(0, 0, 0, 0);

        long settled() {
            return completed + cancelled + rejected;
        }
    }
}

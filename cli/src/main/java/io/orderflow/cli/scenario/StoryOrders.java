package io.orderflow.cli.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.cli.stack.Answer;
import io.orderflow.cli.stack.Api;
import io.orderflow.cli.stack.Patience;
import io.orderflow.cli.stack.Refusal;
import io.orderflow.cli.stack.Stack;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The order service as a customer and an operator use it. */
final class StoryOrders {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api api;
    private final Patience patience;

    StoryOrders(Stack stack) {
        this.api = new Api(stack.orders(), stack.authorization());
        this.patience = new Patience(stack);
    }

    /** Returns the id of the order. */
    String capture(String quoteId, List<StoryLine> lines) throws InterruptedException {
        byte[] body = StoryLine.body(quoteId, lines).toString().getBytes(StandardCharsets.UTF_8);
        return require(patience.send(() -> api.post("/orders", quoteId, body)))
                .path("id")
                .asText();
    }

    JsonNode order(String orderId) throws InterruptedException {
        return require(patience.send(() -> api.get("/orders/" + orderId)));
    }

    JsonNode history(String orderId) throws InterruptedException {
        return require(patience.send(() -> api.get("/orders/" + orderId + "/history")))
                .path("items");
    }

    void cancel(String orderId, String reason) throws InterruptedException {
        JsonNode body = JSON.createObjectNode().put("reason", reason);
        require(patience.send(() -> api.post("/orders/" + orderId + "/cancellation", body)));
    }

    private static JsonNode require(Answer answer) {
        if (!answer.isSuccess()) {
            throw new Refusal("order-service refuses: " + answer.problem());
        }
        return answer.body();
    }
}

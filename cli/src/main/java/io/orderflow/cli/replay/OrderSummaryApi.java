package io.orderflow.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.cli.stack.Answer;
import io.orderflow.cli.stack.Api;
import io.orderflow.cli.stack.Refusal;
import io.orderflow.cli.stack.Stack;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The read model of orders, as operators reach it in order-service. */
final class OrderSummaryApi {

    private static final String PATH = "/operations/projections/order-summary";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api api;

    OrderSummaryApi(Api api) {
        this.api = api;
    }

    /** @throws Refusal if the stack is not up */
    static OrderSummaryApi require(Map<String, String> environment) {
        return new OrderSummaryApi(Stack.require(environment).operations("order-service"));
    }

    JsonNode overview() throws InterruptedException {
        return required(call(() -> api.get(PATH)), "");
    }

    JsonNode replay(int generation) throws InterruptedException {
        return required(call(() -> api.get(PATH + "/replays/" + generation)), "");
    }

    /** The answer as it is: somebody else's replay is no failure. */
    Answer start(boolean afresh, @Nullable String acceptBecause) throws InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("unfinished", afresh ? "DISCARD" : "RESUME");
        if (acceptBecause != null) {
            body.put("acceptDifferencesBecause", acceptBecause);
        }
        return call(() -> api.post(PATH + "/replays", body));
    }

    void drop(int generation) throws InterruptedException {
        required(
                call(() -> api.post(PATH + "/generations/" + generation + "/removal", JSON.createObjectNode())),
                "nothing was dropped: ");
    }

    private interface Call {
        Answer make() throws IOException, InterruptedException;
    }

    private static Answer call(Call call) throws InterruptedException {
        try {
            return call.make();
        } catch (IOException e) {
            throw new Refusal("order-service does not answer. Next: ./orderflow status");
        }
    }

    static JsonNode required(Answer answer, String prefix) {
        if (!answer.isSuccess()) {
            throw new Refusal(prefix + answer.problem());
        }
        return answer.body();
    }
}

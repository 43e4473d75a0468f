package io.orderflow.cli.outside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.cli.stack.Answer;
import io.orderflow.cli.stack.Api;
import io.orderflow.cli.stack.Patience;
import io.orderflow.cli.stack.Refusal;
import io.orderflow.cli.stack.Stack;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The provider, the approvers and the receiver of notifications that stand in for real ones. Thread safe. */
public final class OutsideWorld {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api mock;
    private final Patience patience;

    public OutsideWorld(Stack stack) {
        this.mock = new Api(stack.mock(), stack.authorization());
        this.patience = new Patience(stack);
    }

    /** Forgets whatever anybody has told it, for example a demo that was interrupted. */
    public void calmDown() throws InterruptedException {
        send(() -> mock.delete("/fulfillment-scenarios"));
        send(() -> mock.delete("/fulfillment-outage"));
        approveEverything();
    }

    /** From now on the provider treats the offer so. */
    public void behave(Behaviour behaviour) throws InterruptedException {
        send(() -> mock.put("/fulfillment-scenarios", behaviour.body()));
    }

    /** From now on the provider treats the offer like any other. */
    public void forget(String offerId) throws InterruptedException {
        send(() -> mock.delete("/fulfillment-scenarios?offerId=" + encode(offerId)));
    }

    /** What the provider was asked for about an order and what it did. */
    public List<JsonNode> requests(String orderId) throws InterruptedException {
        return items("/fulfillment-requests?orderId=" + encode(orderId));
    }

    /** Has the provider send an answer that has been lost. */
    public void answerAgain(String orderId, String lineId, int attempt) throws InterruptedException {
        JsonNode body = JSON.createObjectNode()
                .put("orderId", orderId)
                .put("orderLineId", lineId)
                .put("attempt", attempt)
                .put("aggregateVersion", 0);
        send(() -> mock.post("/fulfillment-answers", body));
    }

    /** What people were told about an order. */
    public List<JsonNode> notifications(String orderId) throws InterruptedException {
        return items("/notifications?orderId=" + encode(orderId));
    }

    public List<JsonNode> approvals(String orderId) throws InterruptedException {
        return items("/approvals?orderId=" + encode(orderId));
    }

    /** Every order is approved. */
    public void approveEverything() throws InterruptedException {
        policy(JSON.createObjectNode().put("behaviour", "GRANT"));
    }

    /**
     * Every order is approved but those that cost more.
     *
     * @param limit with two to six decimals
     */
    public void declineAbove(BigDecimal limit) throws InterruptedException {
        policy(JSON.createObjectNode().put("behaviour", "GRANT").put("declineAbove", limit.toPlainString()));
    }

    /** Nobody decides about approvals before {@link #decline} or {@link #approveEverything} is called. */
    public void keepApproversSilent() throws InterruptedException {
        policy(JSON.createObjectNode().put("behaviour", "SILENT"));
    }

    public void decline(String orderId, String approver, String reason) throws InterruptedException {
        JsonNode body = JSON.createObjectNode()
                .put("orderId", orderId)
                .put("decision", "DECLINED")
                .put("approver", approver)
                .put("reason", reason);
        send(() -> mock.post("/approvals", body));
    }

    private void policy(ObjectNode body) throws InterruptedException {
        send(() -> mock.put("/approval-policy", body));
    }

    private List<JsonNode> items(String path) throws InterruptedException {
        JsonNode body = send(() -> mock.get(path)).body();
        List<JsonNode> items = new ArrayList<>();
        (body.isArray() ? body : body.path("items")).forEach(items::add);
        return items;
    }

    private Answer send(Patience.Call call) throws InterruptedException {
        Answer answer = patience.send(call);
        if (!answer.isSuccess()) {
            throw new Refusal("fulfillment-mock refuses: " + answer.problem());
        }
        return answer;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package io.orderflow.fulfillmentmock;

import static io.orderflow.fulfillmentmock.ApprovalRequests.APPROVALS;
import static io.orderflow.fulfillmentmock.MockNode.eventually;
import static io.orderflow.fulfillmentmock.OrderEvents.newOrderId;
import static io.orderflow.fulfillmentmock.OrderEvents.published;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.fulfillmentmock.MockNode.Response;
import io.orderflow.testing.contractkits.ExampleEvents;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ApprovalsIT {

    private static MockNode node;

    private final String orderId = newOrderId();

    @BeforeAll
    static void start() {
        node = MockNode.start(TestPostgres.newDatabase());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void anOrderWithinTheLimitIsGrantedForWhatWasAsked() {
        policy("\"GRANT\", \"declineAbove\": \"27.40\"");
        ObjectNode asked = ask();
        JsonNode granted = decisions(1).get(0);
        assertThat(granted.path("eventType").asText()).isEqualTo("ApprovalGranted");
        assertThat(granted.path("producer").asText()).isEqualTo("approval-service");
        assertThat(granted.path("causationId")).isEqualTo(asked.path("eventId"));
        assertThat(granted.path("correlationId")).isEqualTo(asked.path("correlationId"));
        assertThat(granted.at("/payload/totals")).isEqualTo(asked.at("/payload/totals"));
        assertThat(granted.at("/payload/approver").asText()).matches("approver_[1-5]");
        JsonNode logged = log().get(0);
        assertThat(logged.path("approvalId")).isEqualTo(granted.at("/payload/approvalId"));
        assertThat(logged.at("/decisions/0/decision").asText()).isEqualTo("GRANTED");
    }

    @Test
    void anOrderAboveTheLimitIsDeclinedAndMayBeGrantedByHandLater() {
        policy("\"GRANT\", \"declineAbove\": \"27.39\"");
        ask();
        JsonNode declined = decisions(1).get(0);
        assertThat(declined.path("eventType").asText()).isEqualTo("ApprovalDeclined");
        assertThat(declined.at("/payload/reasonCode").asText()).isEqualTo("above_limit");

        assertThat(byHand("GRANTED").json().path("result").asText()).isEqualTo("DONE");
        assertThat(byHand("GRANTED").json().path("result").asText()).isEqualTo("NOTHING_TO_DO");
        assertThat(decisions(2))
                .extracting(decision -> decision.path("aggregateVersion").asInt())
                .containsExactly(1, 2);
        assertThat(published(APPROVALS, orderId).get(1).at("/payload/approver").asText())
                .isEqualTo("approver_9");
        assertThat(log().at("/0/decisions")).hasSize(2);
    }

    @Test
    void nobodyDecidesUnlessToldToAndThenOnlyOnce() {
        policy("\"SILENT\"");
        ask();
        eventually(() -> log().size() == 1);
        assertThat(log().get(0).has("dueAt")).isFalse();
        assertThat(byHand("DECLINED").status()).isEqualTo(200);
        assertThat(decisions(1).get(0).path("eventType").asText()).isEqualTo("ApprovalDeclined");
    }

    @Test
    void whoDecidesByHandIsBeforeThePolicy() {
        assertThat(node.put(
                                "/approval-policy",
                                "{\"behaviour\": \"GRANT\", \"minLatencyMillis\": 1500, \"maxLatencyMillis\": 1500}")
                        .status())
                .isEqualTo(200);
        ask();
        eventually(() -> log().size() == 1);
        byHand("DECLINED");
        // Another order with the same delay is decided, so the first one's time has passed as well.
        ObjectNode other = ExampleEvents.about("OrderApprovalRequested", newOrderId(), 1);
        ApprovalRequests.send(other);
        eventually(
                () -> !published(APPROVALS, other.path("aggregateId").asText()).isEmpty());
        assertThat(decisions(1).get(0).path("eventType").asText()).isEqualTo("ApprovalDeclined");
    }

    @Test
    void whatNobodyAskedForCannotBeDecided() {
        Response refused = byHand("GRANTED");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.json().path("code").asText()).isEqualTo("approval_not_found");
        policy("\"SILENT\"");
        ask();
        eventually(() -> log().size() == 1);
        assertThat(node.send(MockNode.as("other").GET(), "/approvals?orderId=" + orderId)
                        .json()
                        .path("items"))
                .isEmpty();
    }

    private ObjectNode ask() {
        ObjectNode asked = ExampleEvents.about("OrderApprovalRequested", orderId, 1);
        ApprovalRequests.send(asked);
        return asked;
    }

    private List<JsonNode> decisions(int count) {
        eventually(() -> published(APPROVALS, orderId).size() == count);
        return published(APPROVALS, orderId);
    }

    private JsonNode log() {
        return node.get("/approvals?orderId=" + orderId).json().path("items");
    }

    private Response byHand(String decision) {
        return node.post(
                "/approvals",
                "{\"orderId\": \"%s\", \"decision\": \"%s\", \"approver\": \"approver_9\", \"reason\": \"Looked at\"}"
                        .formatted(orderId, decision));
    }

    private static void policy(String behaviour) {
        String body = "{\"behaviour\": %s, \"minLatencyMillis\": 0, \"maxLatencyMillis\": 0}".formatted(behaviour);
        assertThat(node.put("/approval-policy", body).status()).isEqualTo(200);
    }
}

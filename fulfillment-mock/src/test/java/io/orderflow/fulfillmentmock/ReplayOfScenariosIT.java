package io.orderflow.fulfillmentmock;

import static io.orderflow.fulfillmentmock.MockNode.eventually;
import static io.orderflow.fulfillmentmock.OrderEvents.ANSWERS;
import static io.orderflow.fulfillmentmock.OrderEvents.newOrderId;
import static io.orderflow.fulfillmentmock.OrderEvents.request;
import static io.orderflow.fulfillmentmock.OrderEvents.reversal;
import static io.orderflow.fulfillmentmock.OrderEvents.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.testing.support.kafka.TestKafka;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A replay knows failures for answers, what was withdrawn for a thing of the past, and only what was lost for lost. */
class ReplayOfScenariosIT {

    private static final String REPLAYS = "/operations/fulfillment/replays";

    private final String orderId = newOrderId();

    @Test
    void onlyTheLostAnswerIsFoundAndMended() {
        try (MockNode node = MockNode.start(TestPostgres.newDatabase())) {
            behaviour(node, 1, "FAIL");
            behaviour(node, 2, "DUPLICATE");
            behaviour(node, 3, "LOSE");
            behaviour(node, 4, "ANSWER_AFTER_CANCEL");
            behaviour(node, 5, "ANSWER_AFTER_CANCEL");
            behaviour(node, 7, "GARBAGE");
            node.put("/fulfillment-latency", "{\"minMillis\": 86400000, \"maxMillis\": 86400000}");
            send(List.of(request(orderId, 6, 1)));
            eventually(() -> log(node).size() == 1);
            node.put("/fulfillment-latency", "{\"minMillis\": 0, \"maxMillis\": 0}");
            List<ObjectNode> asked = List.of(
                    request(orderId, 1, 2),
                    request(orderId, 2, 3),
                    request(orderId, 3, 4),
                    request(orderId, 4, 5),
                    request(orderId, 5, 6),
                    request(orderId, 7, 7),
                    reversal(orderId, 2, 1, 8),
                    reversal(orderId, 4, 1, 9),
                    reversal(orderId, 6, 1, 10));
            send(asked);
            eventually(() -> log(node).findValues("reversalReference").size() == 3
                    && log(node).findValues("answeredAt").size() >= 7
                    && node.jdbc()
                                    .sql("SELECT count(*) FROM outbox_event")
                                    .query(Long.class)
                                    .single()
                            == 0);

            JsonNode replay = replay(node);
            assertThat(findings(replay))
                    .extracting(finding -> finding.path("kind").asText()
                            + finding.path("orderLineId").asText())
                    .containsExactly("UNANSWERED" + orderId + "-3");
            int before = TestKafka.records(ANSWERS).size();
            repair(node, replay);
            eventually(() -> TestKafka.records(ANSWERS).size() == before + 1);
            assertThat(findings(replay(node))).isEmpty();
        }
    }

    private void behaviour(MockNode node, int line, String behaviour) {
        String body = "{\"orderLineId\": \"%s-%d\", \"behaviour\": \"%s\"}".formatted(orderId, line, behaviour);
        assertThat(node.put("/fulfillment-scenarios", body).status()).isEqualTo(200);
    }

    /** Other tests' records are on the topics as well, so only this order's findings count. */
    private List<JsonNode> findings(JsonNode replay) {
        return StreamSupport.stream(replay.path("findings").spliterator(), false)
                .filter(finding -> finding.path("orderId").asText().equals(orderId))
                .toList();
    }

    private JsonNode log(MockNode node) {
        return node.get("/fulfillment-requests?orderId=" + orderId).json().path("items");
    }

    private static JsonNode replay(MockNode node) {
        JsonNode started = node.send(MockNode.as("operator").POST(BodyPublishers.noBody()), REPLAYS)
                .json();
        String path = REPLAYS + "/" + started.at("/replay/id").asText();
        eventually(() -> node.send(MockNode.as("operator").GET(), path)
                .json()
                .at("/replay/state")
                .asText()
                .equals("FINISHED"));
        return node.send(MockNode.as("operator").GET(), path).json();
    }

    private void repair(MockNode node, JsonNode replay) {
        String number = findings(replay).get(0).path("number").asText();
        assertThat(node.send(
                                MockNode.as("operator")
                                        .POST(BodyPublishers.ofString(
                                                "{\"reason\": \"lost\", \"findings\": [\"%s\"]}".formatted(number))),
                                REPLAYS + "/" + replay.at("/replay/id").asText() + "/repairs")
                        .json()
                        .at("/outcomes/0/result")
                        .asText())
                .isEqualTo("DONE");
    }
}

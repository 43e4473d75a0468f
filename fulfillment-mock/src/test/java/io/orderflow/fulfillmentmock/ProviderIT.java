package io.orderflow.fulfillmentmock;

import static io.orderflow.fulfillmentmock.MockNode.eventually;
import static io.orderflow.fulfillmentmock.OrderEvents.ANSWERS;
import static io.orderflow.fulfillmentmock.OrderEvents.newOrderId;
import static io.orderflow.fulfillmentmock.OrderEvents.published;
import static io.orderflow.fulfillmentmock.OrderEvents.request;
import static io.orderflow.fulfillmentmock.OrderEvents.requests;
import static io.orderflow.fulfillmentmock.OrderEvents.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProviderIT {

    private static MockNode node;

    @BeforeAll
    static void start() {
        node = MockNode.start(TestPostgres.newDatabase());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void aQuickProvider() {
        assertThat(node.put("/fulfillment-latency", "{\"minMillis\": 0, \"maxMillis\": 50}")
                        .status())
                .isEqualTo(200);
        assertThat(node.post("/fulfillment-resume", "").status()).isEqualTo(200);
    }

    @Test
    void everyLineIsAnsweredOnceHoweverOftenItIsRequested() {
        String orderId = newOrderId();
        List<ObjectNode> asked = requests(orderId, 3);
        ObjectNode askedAgain = request(orderId, 2, 4);
        send(asked);
        send(asked);
        send(List.of(askedAgain));

        eventually(() -> handled(askedAgain) && allAnswered(3, orderId));
        List<JsonNode> answers = published(ANSWERS, orderId);
        assertThat(answers)
                .extracting(answer -> answer.at("/payload/orderLineId").asText())
                .containsExactlyInAnyOrder(orderId + "-1", orderId + "-2", orderId + "-3");
        assertThat(answers)
                .extracting(answer -> answer.path("aggregateVersion").asInt())
                .containsExactly(1, 2, 3);
        assertThat(outcome(askedAgain)).isEqualTo("IGNORED");
    }

    @Test
    void anAnswerNamesItsCauseAndRepeatsTheRequest() {
        String orderId = newOrderId();
        ObjectNode asked = request(orderId, 1, 1);
        send(List.of(asked));

        eventually(() -> allAnswered(1, orderId));
        JsonNode answer = published(ANSWERS, orderId).get(0);
        assertThat(answer.path("eventType").asText()).isEqualTo("FulfillmentCompleted");
        assertThat(answer.path("producer").asText()).isEqualTo("fulfillment-adapter");
        assertThat(answer.path("causationId")).isEqualTo(asked.path("eventId"));
        assertThat(answer.path("correlationId")).isEqualTo(asked.path("correlationId"));
        assertThat(answer.path("traceId")).isEqualTo(asked.path("traceId"));
        assertThat(answer.path("tenantId")).isEqualTo(asked.path("tenantId"));
        JsonNode logged = log(orderId).get(0);
        assertThat(List.of("orderLineId", "attempt", "idempotencyKey", "providerReference"))
                .allSatisfy(field -> assertThat(answer.at("/payload/" + field)).isEqualTo(logged.path(field)));
        assertThat(logged.path("dueAt").asText()).isNotBlank();
        assertThat(logged.path("answeredAt").asText())
                .isEqualTo(answer.at("/payload/completedAt").asText());
    }

    @Test
    void aPauseHoldsAllAnswersAndThenTheyComeInLineOrder() {
        assertThat(node.put("/fulfillment-latency", "{\"minMillis\": 0, \"maxMillis\": 0}")
                        .json()
                        .toString())
                .isEqualTo("{\"minLatencyMillis\":0,\"maxLatencyMillis\":0,\"paused\":false}");
        assertThat(node.post("/fulfillment-pause", "").json().path("paused").asBoolean())
                .isTrue();
        String orderId = newOrderId();
        send(List.of(request(orderId, 10, 1), request(orderId, 2, 2), request(orderId, 1, 3)));

        eventually(() -> log(orderId).size() == 3);
        // Due at once, and the job comes by every 50 ms: ten missed chances are a pause.
        await().during(Duration.ofMillis(500)).atMost(Duration.ofSeconds(5)).until(() -> answered(orderId) == 0);
        assertThat(published(ANSWERS, orderId)).isEmpty();

        node.post("/fulfillment-resume", "");
        eventually(() -> allAnswered(3, orderId));
        assertThat(published(ANSWERS, orderId))
                .extracting(answer -> answer.at("/payload/orderLineId").asText())
                .containsExactly(orderId + "-1", orderId + "-2", orderId + "-10");
    }

    @Test
    void theLogIsForTheTenantAlone() {
        String orderId = newOrderId();
        send(List.of(request(orderId, 1, 1)));
        eventually(() -> log(orderId).size() == 1);
        HttpRequest.Builder stranger = MockNode.as("other").GET();
        assertThat(node.send(stranger, "/fulfillment-requests?orderId=" + orderId)
                        .json()
                        .path("items"))
                .isEmpty();
    }

    private static JsonNode log(String orderId) {
        return node.get("/fulfillment-requests?orderId=" + orderId).json().path("items");
    }

    private static long answered(String orderId) {
        return log(orderId).findValues("answeredAt").size();
    }

    /** Answered, and handed over to Kafka. */
    private static boolean allAnswered(int lines, String orderId) {
        return answered(orderId) == lines
                && 0
                        == node.jdbc()
                                .sql("SELECT count(*) FROM outbox_event")
                                .query(Integer.class)
                                .single();
    }

    private static boolean handled(ObjectNode event) {
        return !outcome(event).isEmpty();
    }

    private static String outcome(ObjectNode event) {
        return node.jdbc()
                .sql(
                        """
                        SELECT outcome FROM inbox_event
                        WHERE consumer = 'fulfillment-adapter.order-events.consumer' AND event_id = :id::uuid
                        """)
                .param("id", event.path("eventId").asText())
                .query(String.class)
                .optional()
                .orElse("");
    }
}

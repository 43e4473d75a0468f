package io.orderflow.fulfillmentmock;

import static io.orderflow.fulfillmentmock.MockNode.eventually;
import static io.orderflow.fulfillmentmock.OrderEvents.ANSWERS;
import static io.orderflow.fulfillmentmock.OrderEvents.newOrderId;
import static io.orderflow.fulfillmentmock.OrderEvents.published;
import static io.orderflow.fulfillmentmock.OrderEvents.request;
import static io.orderflow.fulfillmentmock.OrderEvents.reversal;
import static io.orderflow.fulfillmentmock.OrderEvents.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.fulfillmentmock.MockNode.Response;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was asked for is undone: once for each attempt, and what was not done yet is not done any more. */
class ReversalsIT {

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

    @BeforeEach
    void nothingSpecial() {
        latency(0);
        node.delete("/fulfillment-scenarios");
    }

    @Test
    void whatWasFulfilledIsUndoneOnceHoweverOftenThatIsAskedFor() {
        send(List.of(request(orderId, 1, 1)));
        eventually(() -> types().size() == 1);
        send(List.of(reversal(orderId, 1, 1, 2), reversal(orderId, 1, 1, 3), request(orderId, 2, 4)));
        eventually(() -> types().size() == 3);
        assertThat(types())
                .containsExactlyInAnyOrder("FulfillmentCompleted", "FulfillmentReversed", "FulfillmentCompleted");

        JsonNode completed = published(ANSWERS, orderId).get(0);
        JsonNode reversed = published(ANSWERS, orderId).get(types().indexOf("FulfillmentReversed"));
        assertThat(reversed.at("/payload/providerReference")).isEqualTo(completed.at("/payload/providerReference"));
        assertThat(reversed.at("/payload/reversalReference").asText()).matches("rev_[0-9a-f]{20}");
        JsonNode logged = log().get(0);
        assertThat(logged.path("outcome").asText()).isEqualTo("COMPLETED");
        assertThat(logged.at("/reversal/reversalReference")).isEqualTo(reversed.at("/payload/reversalReference"));
        assertThat(logged.at("/reversal/answeredAt")).isEqualTo(reversed.at("/payload/reversedAt"));
    }

    @Test
    void whatWaitsIsWithdrawnFirstAndNeverAnswered() {
        latency(700);
        send(List.of(request(orderId, 1, 1)));
        eventually(() -> log().size() == 1);
        latency(0);
        send(List.of(reversal(orderId, 1, 1, 2)));
        eventually(() -> types().equals(List.of("FulfillmentReversed")));
        assertThat(log().get(0).path("outcome").asText()).isEqualTo("WITHDRAWN");

        assertThat(command("POST", "/fulfillment-answers", ", \"aggregateVersion\": 0")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("not_answered");
        assertThat(command("DELETE", "/fulfillment-requests", "")
                        .json()
                        .path("result")
                        .asText())
                .isEqualTo("NOTHING_TO_DO");
        // A later line is answered, so the time of the withdrawn one has passed as well.
        latency(1_000);
        send(List.of(request(orderId, 2, 3)));
        eventually(() -> types().size() == 2);
        assertThat(types()).containsExactly("FulfillmentReversed", "FulfillmentCompleted");
        assertThat(log().get(0).has("answeredAt")).isFalse();
    }

    @Test
    void whatIsHeldIsAnsweredTooLateAndThenUndone() {
        node.put("/fulfillment-scenarios", "{\"behaviour\": \"ANSWER_AFTER_CANCEL\"}");
        send(List.of(request(orderId, 1, 1)));
        eventually(() -> log().size() == 1);
        assertThat(log().get(0).has("dueAt")).isFalse();
        send(List.of(reversal(orderId, 1, 1, 2)));
        eventually(() -> types().size() == 2);
        assertThat(types()).containsExactly("FulfillmentCompleted", "FulfillmentReversed");
        assertThat(published(ANSWERS, orderId))
                .extracting(answer -> answer.path("aggregateVersion").asInt())
                .containsExactly(1, 2);
        assertThat(log().get(0).path("outcome").asText()).isEqualTo("COMPLETED");
    }

    @Test
    void eachAttemptIsUndoneOnItsOwnEvenOneThatIsUnknown() {
        send(List.of(
                request(orderId, 1, 1, 1),
                request(orderId, 1, 2, 2),
                reversal(orderId, 1, 2, 3),
                reversal(orderId, 7, 1, 4)));
        eventually(() -> types().stream().filter("FulfillmentReversed"::equals).count() == 2);
        assertThat(log()).hasSize(2);
        assertThat(log().get(0).has("reversal")).isFalse();
        assertThat(log().get(1).at("/reversal/answeredAt").asText()).isNotEmpty();
    }

    @Test
    void whatComesAfterItsOwnReversalIsNotBegun() {
        send(List.of(reversal(orderId, 1, 1, 1), request(orderId, 1, 2)));
        eventually(() -> types().equals(List.of("FulfillmentReversed")) && log().size() == 1);
        assertThat(log().get(0).path("outcome").asText()).isEqualTo("WITHDRAWN");
        send(List.of(request(orderId, 2, 3)));
        eventually(() -> types().equals(List.of("FulfillmentReversed", "FulfillmentCompleted")));
        assertThat(published(ANSWERS, orderId).get(1).at("/payload/orderLineId").asText())
                .isEqualTo(orderId + "-2");
    }

    private Response command(String method, String path, String more) {
        String body =
                "{\"orderId\": \"%1$s\", \"orderLineId\": \"%1$s-1\", \"attempt\": 1%2$s}".formatted(orderId, more);
        return node.send(MockNode.as("demo").method(method, BodyPublishers.ofString(body)), path);
    }

    private List<String> types() {
        return published(ANSWERS, orderId).stream()
                .map(answer -> answer.path("eventType").asText())
                .toList();
    }

    private JsonNode log() {
        return node.get("/fulfillment-requests?orderId=" + orderId).json().path("items");
    }

    private static void latency(int millis) {
        node.put("/fulfillment-latency", "{\"minMillis\": %1$d, \"maxMillis\": %1$d}".formatted(millis));
    }
}

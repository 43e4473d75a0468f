package io.orderflow.fulfillmentmock;

import static io.orderflow.fulfillmentmock.MockNode.eventually;
import static io.orderflow.fulfillmentmock.OrderEvents.ANSWERS;
import static io.orderflow.fulfillmentmock.OrderEvents.newOrderId;
import static io.orderflow.fulfillmentmock.OrderEvents.published;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.fulfillmentmock.MockNode.Response;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The provider's commands, each twice. */
class FulfillmentCommandsIT {

    private static final String REQUESTS = "/fulfillment-requests";

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
    void askingTwiceIsAskingOnceAndOtherwiseAConflict() {
        latency(0);
        assertThat(node.post(REQUESTS, request(6)).status()).isEqualTo(201);
        assertThat(node.post(REQUESTS, request(6)).status()).isEqualTo(200);
        Response other = node.post(REQUESTS, request(7));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().path("code").asText()).isEqualTo("fulfillment_request_conflict");

        eventually(() -> published(ANSWERS, orderId).size() == 1);
        Response tooLate = send("DELETE", attempt(""));
        assertThat(tooLate.status()).isEqualTo(409);
        assertThat(tooLate.json().path("code").asText()).isEqualTo("already_answered");
    }

    @Test
    void correctingAndTakingBackCanBeRepeated() {
        latency(86_400_000);
        assertThat(send("PUT", request(7)).status()).isEqualTo(404);
        node.post(REQUESTS, request(6));
        assertThat(result(send("PUT", request(7)))).isEqualTo("DONE");
        assertThat(result(send("PUT", request(7)))).isEqualTo("NOTHING_TO_DO");
        assertThat(node.get(REQUESTS + "?orderId=" + orderId)
                        .json()
                        .at("/items/0/quantity")
                        .asInt())
                .isEqualTo(7);
        Response early = node.post("/fulfillment-answers", attempt(", \"aggregateVersion\": 0"));
        assertThat(early.json().path("code").asText()).isEqualTo("not_answered");
        assertThat(result(send("DELETE", attempt("")))).isEqualTo("DONE");
        assertThat(result(send("DELETE", attempt("")))).isEqualTo("NOTHING_TO_DO");
    }

    @Test
    void anAnswerSentAgainSaysTheSameInAnotherEvent() {
        latency(0);
        node.post(REQUESTS, request(6));
        eventually(() -> published(ANSWERS, orderId).size() == 1);
        assertThat(result(node.post("/fulfillment-answers", attempt(", \"aggregateVersion\": 0"))))
                .isEqualTo("DONE");
        eventually(() -> published(ANSWERS, orderId).size() == 2);
        assertThat(published(ANSWERS, orderId))
                .extracting(answer -> answer.path("payload"))
                .containsOnly(published(ANSWERS, orderId).get(0).path("payload"));
        assertThat(published(ANSWERS, orderId))
                .extracting(answer -> answer.path("eventId").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsWrongIsToldFieldByField() {
        Response refused = node.post(
                REQUESTS,
                request(6)
                        .replace("2026-07-02T08:15:31Z", "2026-02-30T00:00:00Z")
                        .replace("\"ADD\"", "\"BUY\""));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("/requestedAt", "/action");
    }

    private String request(int quantity) {
        return attempt(
                """
                , "idempotencyKey": "%s-1:1", "offerId": "85123A", "action": "ADD", "quantity": %d,
                "requestedAt": "2026-07-02T08:15:31Z", "eventId": "0197c1d2-a3b4-7e5f-8a6b-7c8d9e0f1a0d",
                "correlationId": "corr_1"
                """
                        .formatted(orderId, quantity));
    }

    private String attempt(String more) {
        return "{\"orderId\": \"%1$s\", \"orderLineId\": \"%1$s-1\", \"attempt\": 1%2$s}".formatted(orderId, more);
    }

    private static Response send(String method, String body) {
        return node.send(MockNode.as("demo").method(method, BodyPublishers.ofString(body)), REQUESTS);
    }

    private static String result(Response response) {
        return response.json().path("result").asText();
    }

    private static void latency(int millis) {
        node.put("/fulfillment-latency", "{\"minMillis\": %1$d, \"maxMillis\": %1$d}".formatted(millis));
    }
}

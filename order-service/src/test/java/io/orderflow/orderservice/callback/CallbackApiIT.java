package io.orderflow.orderservice.callback;

import static io.orderflow.orderservice.order.web.RefusalCheck.errors;
import static io.orderflow.orderservice.order.web.RefusalCheck.withoutTrace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.orderservice.Events;
import io.orderflow.orderservice.Http;
import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.orderservice.order.web.OrdersInProgress;
import io.orderflow.orderservice.order.web.RefusalCheck;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A provider that signs tells orders the same as its events would. */
class CallbackApiIT {

    @RegisterExtension
    final RefusalCheck refused = new RefusalCheck();

    private final OrderServiceNode node = OrderServiceNode.shared();
    private final Http http = node.http();
    private final String callbackId = "cb-" + UUID.randomUUID();

    @Test
    void aCompletionCompletesTheLineAndSaysWhereItCameFrom() {
        String id = OrdersInProgress.requested(node, 2);
        Http.Response response = Callbacks.send(http, Callbacks.completed(callbackId, id, 1, "job-77"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.raw().body())
                .isEqualTo("{\"callbackId\":\"%s\",\"outcome\":\"APPLIED\"}".formatted(callbackId));
        JsonNode line = OrdersInProgress.line(http, id, 1);
        assertThat(line.get("status").asText()).isEqualTo("COMPLETED");
        assertThat(line.get("providerReference").asText()).isEqualTo("job-77");
        JsonNode items = http.get("/orders/" + id + "/history").body().get("items");
        JsonNode last = items.get(items.size() - 1);
        assertThat(last.get("actor").asText()).isEqualTo(OrderServiceNode.PROVIDER);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Events.publishedTypes(id).contains("OrderLineFulfillmentCompleted"));
        JsonNode event = Events.published(id).stream()
                .filter(fact -> fact.get("eventType").asText().equals("OrderLineFulfillmentCompleted"))
                .findFirst()
                .orElseThrow();
        assertThat(event.get("causationId").asText()).startsWith("cb_");
        assertThat(event.at("/metadata/actorId").asText()).isEqualTo(OrderServiceNode.PROVIDER);
        assertThat(event.get("correlationId").asText())
                .isEqualTo(Events.published(id).get(0).get("correlationId").asText());
    }

    @Test
    void aFailureAndAReversalAreHeardToo() {
        String id = OrdersInProgress.requested(node, 2);
        String failed = body(
                id, 1, "FAILED", "\"errorCode\": \"no_stock\", \"errorMessage\": \"None left\", \"retryable\": true");
        assertThat(Callbacks.send(http, failed).body().get("outcome").asText()).isEqualTo("APPLIED");
        assertThat(OrdersInProgress.line(http, id, 1).at("/failure/code").asText())
                .isEqualTo("no_stock");

        http.cancel(id);
        OrdersInProgress.releaseReversal(node, id, 2);
        String reversed = body(
                        id, 2, "REVERSED", "\"providerReference\": \"job-2\", \"reversalReference\": \"return-2\"")
                .replace(callbackId, callbackId + "-2");
        assertThat(Callbacks.send(http, reversed).body().get("outcome").asText())
                .isEqualTo("APPLIED");
        assertThat(OrdersInProgress.line(http, id, 2).get("status").asText()).isEqualTo("REVERSED");
    }

    @Test
    void theSameCallbackGetsTheSameAnswerAndHasNoSecondEffect() {
        String id = OrdersInProgress.requested(node, 2);
        String body = Callbacks.completed(callbackId, id, 1, "job-77");
        Http.Response first = Callbacks.send(http, body);
        JsonNode order = http.get("/orders/" + id).body();
        Http.Response again = Callbacks.send(http, body.replace("\n", "").replace(" ", "  "));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(http.get("/orders/" + id).body()).isEqualTo(order);

        Http.Response other = refused.of(Callbacks.send(http, body.replace("job-77", "job-78")));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("callback_conflict");
        assertThat(http.get("/orders/" + id).body()).isEqualTo(order);
        assertThat(receipts()).isEqualTo(1);
    }

    @Test
    void whatComesLateIsStaleAndWhatContradictsIsAConflictEachTime() {
        String id = OrdersInProgress.requested(node, 2);
        Callbacks.send(http, Callbacks.completed(callbackId + "-first", id, 1, "job-77"));

        for (int i = 0; i < 2; i++) {
            Http.Response stale = Callbacks.send(http, Callbacks.completed(callbackId + "-again", id, 1, "job-77"));
            assertThat(stale.status()).isEqualTo(200);
            assertThat(stale.body().get("outcome").asText()).isEqualTo("STALE");
            assertThat(stale.body().get("reason").asText()).isEqualTo("the line is COMPLETED");

            Http.Response conflict =
                    refused.of(Callbacks.send(http, Callbacks.completed(callbackId + "-other", id, 1, "job-78")));
            assertThat(conflict.status()).isEqualTo(409);
            assertThat(conflict.code()).isEqualTo("conflicting_event");
            assertThat(conflict.body().get("outcome").asText()).isEqualTo("CONFLICT");
        }
        assertThat(node.jdbc()
                        .sql("select code from fulfillment_callbacks where callback_id = ? and outcome = 'CONFLICT'")
                        .param(callbackId + "-other")
                        .query(String.class)
                        .single())
                .isEqualTo("conflicting_event");
    }

    @Test
    void aLineOfAnotherTenantIsNoLineAndLeavesNoTrace() {
        String id = OrdersInProgress.requested(node, 1);
        String nobody = "ord_" + "0".repeat(32);
        Http.Response foreign =
                refused.of(Callbacks.sendForOtherTenant(http, Callbacks.completed(callbackId, id, 1, "job-77")));
        Http.Response unknownOrder =
                refused.of(Callbacks.sendForOtherTenant(http, Callbacks.completed(callbackId, nobody, 1, "job-77")));
        Http.Response unknownLine = refused.of(Callbacks.send(http, Callbacks.completed(callbackId, id, 2, "job-77")));

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.code()).isEqualTo("line_not_found");
        assertThat(withoutTrace(foreign)).isEqualTo(withoutTrace(unknownOrder)).isEqualTo(withoutTrace(unknownLine));
        assertThat(receipts()).isZero();
        assertThat(OrdersInProgress.line(http, id, 1).get("status").asText()).isEqualTo("REQUESTED");
        assertThat(Callbacks.send(http, Callbacks.completed(callbackId, id, 1, "job-77"))
                        .status())
                .as("the same id, where it belongs")
                .isEqualTo(200);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(errors(refused.of(Callbacks.send(http, "{}"))))
                .containsExactlyInAnyOrder(
                        "required /callbackId",
                        "required /type",
                        "required /orderId",
                        "required /orderLineId",
                        "required /attempt",
                        "required /idempotencyKey");
        assertThat(errors(refused.of(Callbacks.send(
                        http,
                        body(
                                "ord_1",
                                1,
                                "FAILED",
                                "\"errorCode\": \"No Stock\", \"retryable\": \"yes\", \"force\": 1")))))
                .containsExactlyInAnyOrder(
                        "invalid_id /orderId",
                        "invalid_value /errorCode",
                        "required /errorMessage",
                        "type_mismatch /retryable",
                        "unknown_field /force");
        assertThat(errors(refused.of(Callbacks.send(
                        http, body("ord_" + "0".repeat(32), 1, "DONE", "\"errorCode\": 7, \"providerReference\": 8")))))
                .containsExactly("invalid_value /type");
        assertThat(errors(refused.of(Callbacks.send(
                        http,
                        body(
                                        "ord_" + "0".repeat(32),
                                        1,
                                        "COMPLETED",
                                        "\"providerReference\": \"r\", \"retryable\": true")
                                .replace("\"attempt\": 1", "\"attempt\": 0")))))
                .containsExactlyInAnyOrder("out_of_range /attempt", "unknown_field /retryable");
        assertThat(refused.of(Callbacks.send(http, "{")).code()).isEqualTo("malformed_json");
        assertThat(refused.of(Callbacks.send(http, "x".repeat(64 * 1024 + 1))).status())
                .isEqualTo(413);
    }

    private long receipts() {
        return node.jdbc()
                .sql("select count(*) from fulfillment_callbacks where callback_id = ?")
                .param(callbackId)
                .query(Long.class)
                .single();
    }

    private String body(String orderId, int line, String type, String more) {
        return """
                {"callbackId": "%1$s", "type": "%4$s", "orderId": "%2$s", "orderLineId": "%2$s-%3$d", "attempt": 1,
                 "idempotencyKey": "%2$s-%3$d:1", %5$s}
                """
                .formatted(callbackId, orderId, line, type, more);
    }
}

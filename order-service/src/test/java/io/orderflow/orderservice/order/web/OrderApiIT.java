package io.orderflow.orderservice.order.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.orderservice.Events;
import io.orderflow.orderservice.Http;
import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.orderservice.order.ProviderAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The API as its callers see it, when they do everything right. */
class OrderApiIT {

    private final OrderServiceNode node = OrderServiceNode.shared();
    private final Http http = node.http();
    private final String quoteId = "q_" + UUID.randomUUID();

    @Test
    void theDocumentedExampleIsCapturedAndShown() {
        Http.Response created = http.capture(ApiSchemas.CAPTURE_EXAMPLE.replace("q_6a71", quoteId));

        assertThat(created.status()).isEqualTo(201);
        String id = created.body().get("id").asText();
        assertThat(created.header("Location")).isEqualTo("/orders/" + id);
        assertThat(created.body())
                .isEqualTo(Events.read(
                        """
                        {"id": "%1$s", "tenantId": "tenant_demo", "quoteId": "%2$s", "customerId": "cust_1001",
                         "status": "VALIDATED", "version": 2, "currency": "GBP",
                         "totals": {"oneTimeTotal": "64.90", "recurringTotal": "0.00"}, "capturedAt": "%3$s",
                         "lines": [
                           {"id": "%1$s-1", "quoteLineId": "1", "offerId": "FIBRE-500", "action": "ADD", "quantity": 1,
                            "unitPrice": "39.90", "description": "Fibre line, 500 Mbit/s", "dependsOn": [],
                            "status": "PENDING", "attempt": 0},
                           {"id": "%1$s-2", "quoteLineId": "2", "offerId": "ROUTER-AX", "action": "ADD", "quantity": 2,
                            "unitPrice": "12.50", "dependsOn": ["%1$s-1"], "status": "PENDING", "attempt": 0}]}
                        """
                                .formatted(
                                        id,
                                        quoteId,
                                        created.body().get("capturedAt").asText())
                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(http.get("/orders/" + id).body()).isEqualTo(created.body());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Events.publishedTypes(id).size() == 2);
        JsonNode fact = Events.published(id).get(0);
        assertThat(fact.at("/metadata/actorType").asText()).isEqualTo("USER");
        assertThat(fact.at("/metadata/actorId").asText()).isEqualTo("alice");
        assertThat(fact.get("causationId").asText())
                .startsWith("cmd_")
                .isEqualTo(fact.at("/metadata/sourceCommandId").asText());
    }

    @Test
    void theSameKeyIsTheSameCommand() {
        String key = UUID.randomUUID().toString();
        Http.Response first = http.capture(key, body("1.5"));
        Http.Response again = http.capture(key, body("1.50").replace("\n", " "));
        Http.Response otherBody = http.capture(key, body("1.51"));
        Http.Response otherKey = http.capture(UUID.randomUUID().toString(), body("1.51"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(otherBody.status()).isEqualTo(409);
        assertThat(otherBody.code()).isEqualTo("idempotency_conflict");
        assertThat(otherKey.status()).as("the quote has its order").isEqualTo(200);
        assertThat(otherKey.body()).isEqualTo(first.body());
        assertThat(node.httpOfOtherTenant().capture(key, body("1.51")).status())
                .as("keys and quotes belong to their tenant")
                .isEqualTo(201);
    }

    @Test
    void anythingThatCanBeWrittenComesBackAsItWas() {
        String strange =
                "\uD83D\uDE00 \u202Eabc\u202C \u200B a\\r\\nb ' OR 1=1 -- ${7*7} #{x} <script>alert(1)</script>";
        Http.Response created = http.capture(body("1").replace("DESCRIPTION", strange));

        assertThat(created.status()).isEqualTo(201);
        assertThat(http.get("/orders/" + created.body().get("id").asText())
                        .body()
                        .at("/lines/0/description")
                        .asText())
                .isEqualTo(strange.replace("\\r\\n", "\r\n"));
    }

    @Test
    void cancellingTwiceIsCancellingOnce() {
        String id = http.capture(body("1")).body().get("id").asText();
        Http.Response first = http.cancel(id);
        Http.Response again = http.postJson("/orders/" + id + "/cancellation", "{\"reason\": \"again\"}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().get("status").asText()).isEqualTo("CANCELLED");
        assertThat(first.body().has("cancelledAt")).isTrue();
        assertThat(first.body().at("/lines/0/status").asText()).isEqualTo("CANCELLED");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        JsonNode history = http.get("/orders/" + id + "/history").body();
        assertThat(history.get("items").findValuesAsText("to")).containsExactly("CAPTURED", "VALIDATED", "CANCELLED");
        assertThat(history.at("/items/2/reason").asText()).isEqualTo("changed their mind");
        assertThat(history.at("/items/2/actor").asText()).isEqualTo("alice");
        assertThat(history.get("refusals")).isEmpty();
    }

    @Test
    void whatHasGoneTooFarIsToldWithTheLinesAndKept() {
        String id = OrdersInProgress.requested(node, 2);
        OrdersInProgress.answer(node, id, new ProviderAnswer.Completion(id + "-1", 1, id + "-1:1", "ref-1"));

        Http.Response refused = http.cancel(id);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("past_point_of_no_return");
        assertThat(refused.body().get("lines")).hasSize(1);
        assertThat(refused.body().at("/lines/0").asText()).isEqualTo(id + "-1");
        assertThat(http.get("/orders/" + id).body().get("status").asText()).isEqualTo("ACTIVE");
        JsonNode refusal = http.get("/orders/" + id + "/history").body().at("/refusals/0");
        assertThat(refusal.get("code").asText()).isEqualTo("past_point_of_no_return");
        assertThat(refusal.get("actor").asText()).isEqualTo("alice");

        OrdersInProgress.answer(node, id, new ProviderAnswer.Completion(id + "-2", 1, id + "-2:1", "ref-2"));
        Http.Response tooLate = http.cancel(id);
        assertThat(tooLate.status()).isEqualTo(409);
        assertThat(tooLate.code()).isEqualTo("invalid_transition");
        assertThat(tooLate.body().get("orderStatus").asText()).isEqualTo("COMPLETED");
    }

    @Test
    void listsFilterAndPageNewestFirst() {
        String customer = "cust_" + UUID.randomUUID();
        Instant before = Instant.now().minusSeconds(1);
        for (int i = 0; i < 5; i++) {
            String body = body("1").replace(quoteId, quoteId + i).replace("cust_1", customer);
            assertThat(http.capture(body).status()).isEqualTo(201);
        }
        JsonNode page =
                http.get("/orders?customerId=" + customer + "&size=2&page=1").body();
        assertThat(page.get("items").findValuesAsText("quoteId")).containsExactly(quoteId + 2, quoteId + 1);
        assertThat(page.at("/items/0/lineCount").asInt()).isEqualTo(1);
        assertThat(page.at("/items/0").has("lines")).as("lists stay small").isFalse();
        assertThat(page.get("total").asInt()).isEqualTo(5);
        assertThat(page.get("page").asInt()).isEqualTo(1);
        assertThat(page.get("size").asInt()).isEqualTo(2);

        assertThat(total("/orders?customerId=" + customer + "&status=VALIDATED"))
                .isEqualTo(5);
        assertThat(total("/orders?customerId=" + customer + "&status=CANCELLED"))
                .isZero();
        assertThat(total("/orders?customerId=" + customer + "&quoteId=" + quoteId + 3))
                .isEqualTo(1);
        assertThat(total("/orders?customerId=" + customer + "&capturedSince=" + before))
                .isEqualTo(5);
        assertThat(total("/orders?customerId=" + customer + "&capturedSince=2999-01-01T00:00:00Z"))
                .isZero();
        assertThat(node.httpOfOtherTenant()
                        .get("/orders?customerId=" + customer)
                        .body()
                        .get("total")
                        .asInt())
                .isZero();
    }

    @Test
    void statisticsCountEveryStatus() {
        JsonNode none = http.get("/orders/statistics?capturedSince=2999-01-01T00:00:00Z")
                .body();
        assertThat(none)
                .isEqualTo(Events.read(
                        """
                        {"total": 0, "byStatus": {"CAPTURED": 0, "VALIDATED": 0, "REJECTED": 0, "ACTIVE": 0, "COMPLETED": 0,
                         "CANCELLED": 0}, "lines": {"total": 0, "completed": 0, "waived": 0}, "captureToCompleteMillis": {"count": 0}}
                        """
                                .getBytes(StandardCharsets.UTF_8)));

        Http other = node.httpOfOtherTenant();
        JsonNode before = other.get("/orders/statistics").body();
        other.capture(body("1"));
        JsonNode after = other.get("/orders/statistics").body();
        assertThat(after.get("total").asInt()).isEqualTo(before.get("total").asInt() + 1);
        assertThat(after.at("/byStatus/VALIDATED").asInt())
                .isEqualTo(before.at("/byStatus/VALIDATED").asInt() + 1);
        assertThat(after.at("/lines/total").asInt())
                .isEqualTo(before.at("/lines/total").asInt() + 1);
    }

    @Test
    void documentationAndMetricsAreServed() {
        JsonNode api = http.get("/v3/api-docs").body();
        assertThat(api.get("paths").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "/orders",
                        "/orders/{id}",
                        "/orders/{id}/history",
                        "/orders/{id}/cancellation",
                        "/orders/{id}/lines/{lineId}/retry",
                        "/orders/{id}/lines/{lineId}/waiver",
                        "/fulfillment-callbacks",
                        "/orders/statistics",
                        "/order-summaries");
        assertThat(api.at("/components/schemas/CaptureOrder/properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("quoteId", "customerId", "currency", "lines");
        assertThat(api.findValuesAsText("$ref"))
                .as("nothing is named that is not described")
                .isNotEmpty()
                .allMatch(ref -> api.at(ref.substring(1)).isObject());
        assertThat(api.at("/paths/~1fulfillment-callbacks/post/security")).isEmpty();
        assertThat(api.at("/paths/~1orders~1{id}~1cancellation/post/responses").fieldNames())
                .toIterable()
                .contains("200", "404", "409", "412");
        assertThat(http.get("/swagger-ui/index.html").status()).isEqualTo(200);
        assertThat(http.send(http.anonymousRequest("/actuator/health/readiness"))
                        .status())
                .isEqualTo(200);
        assertThat(http.send(http.anonymousRequest("/actuator/prometheus"))
                        .raw()
                        .body())
                .contains("hikaricp_connections");
    }

    private int total(String path) {
        return http.get(path).body().get("total").asInt();
    }

    private String body(String price) {
        return """
                {"quoteId": "%s", "customerId": "cust_1", "currency": "GBP", "lines": [
                  {"quoteLineId": "1", "offerId": "O", "action": "ADD", "quantity": 1, "unitPrice": "%s",
                   "description": "DESCRIPTION"}]}
                """
                .formatted(quoteId, price);
    }
}

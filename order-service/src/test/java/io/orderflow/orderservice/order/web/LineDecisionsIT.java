package io.orderflow.orderservice.order.web;

import static io.orderflow.orderservice.order.web.OrderBodies.LINE;
import static io.orderflow.orderservice.order.web.OrderBodies.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.orderservice.Http;
import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.orderservice.order.ProviderAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Row B23, and what the row takes for granted: deciding about a failed line. */
class LineDecisionsIT {

    private static final String REASON = "{\"reason\": \"the stock was counted\"}";

    @RegisterExtension
    final RefusalCheck refused = new RefusalCheck();

    private final OrderServiceNode node = OrderServiceNode.shared();
    private final Http http = node.http();

    @Test
    void aFailedLineSaysWhyAndIsAskedForAgain() {
        String id = OrdersInProgress.failed(node, 2);
        JsonNode failure = OrdersInProgress.line(http, id, 1).get("failure");
        assertThat(failure.get("code").asText()).isEqualTo("no_stock");
        assertThat(failure.get("reason").asText()).isEqualTo("None left");
        assertThat(failure.get("retryable").asBoolean()).isTrue();
        assertThat(failure.has("at")).isTrue();

        Http.Response retried = decide(id, 1, "retry");
        assertThat(retried.status()).isEqualTo(200);
        assertThat(retried.body().at("/lines/0/status").asText()).isEqualTo("REQUESTED");
        assertThat(retried.body().at("/lines/0/attempt").asInt()).isEqualTo(2);
        JsonNode last = http.get("/orders/" + id + "/history").body().get("items");
        last = last.get(last.size() - 1);
        assertThat(last.get("actor").asText()).isEqualTo("alice");
        assertThat(last.get("reason").asText()).isEqualTo("the stock was counted");
        assertThat(last.get("version").asText())
                .isEqualTo(retried.body().get("version").asText());
    }

    @Test
    void anOrderCompletesWithItsLastWaiver() {
        String id = OrdersInProgress.failed(node, 2);
        decide(id, 1, "waiver");
        Http.Response second = decide(id, 2, "waiver");

        assertThat(second.body().get("status").asText()).isEqualTo("COMPLETED");
        assertThat(second.body().findValuesAsText("status")).contains("WAIVED");
    }

    @Test
    void onlyWhatHasFailedCanBeDecidedAbout() {
        String requested = OrdersInProgress.requested(node, 1);
        String completed = OrdersInProgress.completed(node, 1);
        String pending = http.capture(order(LINE)).body().get("id").asText();
        String cancelled = OrdersInProgress.failed(node, 1);
        http.cancel(cancelled);
        String waived = OrdersInProgress.failed(node, 2);
        decide(waived, 1, "waiver");
        String retried = OrdersInProgress.failed(node, 1);
        decide(retried, 1, "retry");

        for (String decision : List.of("retry", "waiver")) {
            assertNotPossible(decide(requested, 1, decision), "REQUESTED", "ACTIVE");
            assertNotPossible(decide(completed, 1, decision), "COMPLETED", "COMPLETED");
            assertNotPossible(decide(pending, 1, decision), "PENDING", "VALIDATED");
            assertNotPossible(decide(cancelled, 1, decision), "CANCELLED", "CANCELLED");
            assertNotPossible(decide(waived, 1, decision), "WAIVED", "ACTIVE");
            assertNotPossible(decide(retried, 1, decision), "REQUESTED", "ACTIVE");
        }
    }

    @Test
    void linesThatThereAreNot() {
        String id = OrdersInProgress.failed(node, 1);
        String nobody = "ord_" + "0".repeat(32);

        for (String decision : List.of("retry", "waiver")) {
            Http.Response unknownOrder = refused.of(decide(nobody, 1, decision));
            assertThat(unknownOrder.status()).isEqualTo(404);
            assertThat(unknownOrder.code()).isEqualTo("order_not_found");
            Http.Response unknownLine = refused.of(decide(id, 2, decision));
            assertThat(unknownLine.status()).isEqualTo(404);
            assertThat(unknownLine.code()).isEqualTo("line_not_found");
        }
    }

    @Test
    void theFailureStaysOnALineThatSucceedsLater() {
        String id = OrdersInProgress.failed(node, 1);
        decide(id, 1, "retry");
        String line = id + "-1";
        OrdersInProgress.answer(node, id, new ProviderAnswer.Completion(line, 2, line + ":2", "ref"));

        JsonNode shown = OrdersInProgress.line(http, id, 1);
        assertThat(shown.get("status").asText()).isEqualTo("COMPLETED");
        assertThat(shown.at("/failure/code").asText()).isEqualTo("no_stock");
    }

    private Http.Response decide(String id, int line, String decision) {
        return http.postJson("/orders/%s/lines/%s-%d/%s".formatted(id, id, line, decision), REASON);
    }

    private void assertNotPossible(Http.Response response, String lineStatus, String orderStatus) {
        refused.of(response);
        assertThat(response.status()).isEqualTo(409);
        assertThat(response.code()).isEqualTo("invalid_transition");
        assertThat(response.body().get("lineStatus").asText()).isEqualTo(lineStatus);
        assertThat(response.body().get("orderStatus").asText()).isEqualTo(orderStatus);
    }
}

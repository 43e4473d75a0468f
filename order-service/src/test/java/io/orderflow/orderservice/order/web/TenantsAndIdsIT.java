package io.orderflow.orderservice.order.web;

import static io.orderflow.orderservice.order.web.OrderBodies.LINE;
import static io.orderflow.orderservice.order.web.OrderBodies.order;
import static io.orderflow.orderservice.order.web.RefusalCheck.withoutTrace;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.orderservice.Http;
import io.orderflow.orderservice.OrderServiceNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows B12 and B13: orders and lines of somebody else, and ids that are none. */
class TenantsAndIdsIT {

    private static final String REASON = "{\"reason\": \"because\"}";

    @RegisterExtension
    final RefusalCheck refused = new RefusalCheck();

    private final OrderServiceNode node = OrderServiceNode.shared();
    private final Http http = node.http();

    @Test
    void anOrderOfSomebodyElseIsNoOrder() {
        String id = OrdersInProgress.failed(node, 2);
        JsonNode before = http.get("/orders/" + id).body();
        String nobody = "ord_" + UUID.randomUUID().toString().replace("-", "");
        Http other = node.httpOfOtherTenant();

        for (String path : List.of("", "/history")) {
            Http.Response foreign = refused.of(other.get("/orders/" + id + path));
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(foreign.code()).isEqualTo("order_not_found");
            assertThat(withoutTrace(foreign))
                    .isEqualTo(withoutTrace(refused.of(other.get("/orders/" + nobody + path))));
        }
        for (String path : List.of("/cancellation", "/lines/%s-1/retry", "/lines/%s-1/waiver")) {
            Http.Response foreign = refused.of(other.postJson("/orders/" + id + path.formatted(id), REASON));
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(withoutTrace(foreign))
                    .isEqualTo(withoutTrace(
                            refused.of(other.postJson("/orders/" + nobody + path.formatted(nobody), REASON))));
        }
        assertThat(http.get("/orders/" + id).body())
                .as("nothing happened to it")
                .isEqualTo(before);
    }

    @Test
    void aLineOfSomebodyElseIsNoLine() {
        String foreignOrder = OrdersInProgress.failed(node, 1);
        Http other = node.httpOfOtherTenant();
        String own = other.capture(order(LINE)).body().get("id").asText();

        Http.Response foreign =
                refused.of(other.postJson("/orders/" + own + "/lines/" + foreignOrder + "-1/retry", REASON));
        Http.Response unknown =
                refused.of(other.postJson("/orders/" + own + "/lines/ord_" + "0".repeat(32) + "-1/retry", REASON));

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.code()).isEqualTo("line_not_found");
        assertThat(withoutTrace(foreign)).isEqualTo(withoutTrace(unknown));
        assertThat(OrdersInProgress.line(http, foreignOrder, 1).get("status").asText())
                .isEqualTo("FAILED");
    }

    @Test
    void listsAndCountsShowNothingOfSomebodyElse() {
        String customer = "cust_" + UUID.randomUUID();
        JsonNode order =
                http.capture(order(LINE).replace("\"c\"", '"' + customer + '"')).body();
        Http other = node.httpOfOtherTenant();

        for (String query : List.of(
                "customerId=" + customer, "quoteId=" + order.get("quoteId").asText())) {
            assertThat(http.get("/orders?" + query).body().get("total").asInt()).isEqualTo(1);
            assertThat(other.get("/orders?" + query).body().get("total").asInt())
                    .isZero();
        }
        assertThat(other.get("/orders?size=500").body().get("items").findValuesAsText("tenantId"))
                .isNotEmpty()
                .containsOnly(OrderServiceNode.OTHER_TENANT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "ord_1",
                "ord_XYZ",
                "ord_'%20OR%201=1",
                "%F0%9F%98%80",
                "0192f0c1-a2b3-7d4e-8f60-718293a4b5c6"
            })
    void idsThatAreNone(String id) {
        String order = "ord_" + "0".repeat(32);
        assertThat(refused.of(http.get("/orders/" + id)).code()).isEqualTo("invalid_id");
        assertThat(refused.of(http.get("/orders/" + id + "/history")).code()).isEqualTo("invalid_id");
        assertThat(refused.of(http.cancel(id)).code()).isEqualTo("invalid_id");
        assertThat(refused.of(http.postJson("/orders/" + id + "/lines/" + order + "-1/retry", REASON))
                        .code())
                .isEqualTo("invalid_id");
        for (String line : List.of(id, order, order + "-0", order + "-01", order + "-x", order + "-100000")) {
            assertThat(refused.of(http.postJson("/orders/" + order + "/lines/" + line + "/waiver", REASON))
                            .code())
                    .as(line)
                    .isEqualTo("invalid_id");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders/%2e%2e/x", "/orders/a%00b", "/orders/a;b=c", "/orders//x", "/orders/a%2Fb"})
    void pathsThatAreNone(String path) {
        assertThat(refused.of(http.get(path)).status()).isIn(400, 404);
    }

    @Test
    void anIdOfEightKilobytesIsRefused() {
        assertThat(refused.of(http.get("/orders/" + "a".repeat(8_000))).status())
                .isIn(400, 414);
        assertThat(refused.of(http.get("/orders/ord_" + "0".repeat(4_000))).code())
                .isEqualTo("invalid_id");
    }
}

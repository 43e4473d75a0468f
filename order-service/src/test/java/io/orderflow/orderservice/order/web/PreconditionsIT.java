package io.orderflow.orderservice.order.web;

import static io.orderflow.orderservice.order.web.OrderBodies.LINE;
import static io.orderflow.orderservice.order.web.OrderBodies.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.orderservice.Http;
import io.orderflow.orderservice.OrderServiceNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows B17 and B18: changes that come too late, or that were meant for another version of the order. */
class PreconditionsIT {

    private static final String REASON = "{\"reason\": \"because\"}";

    @RegisterExtension
    final RefusalCheck refused = new RefusalCheck();

    private final OrderServiceNode node = OrderServiceNode.shared();
    private final Http http = node.http();

    @Test
    void everyAnswerWithAnOrderNamesItsVersion() {
        Http.Response created = http.capture(order(LINE));
        String id = created.body().get("id").asText();
        Http.Response shown = http.get("/orders/" + id);

        assertThat(created.header("ETag")).isEqualTo("\"2\"").isEqualTo(shown.header("ETag"));
        assertThat(shown.body().get("version").asInt()).isEqualTo(2);
        assertThat(http.cancel(id).header("ETag")).isEqualTo("\"3\"");
        assertThat(http.send(http.request("/orders/" + id).header("If-None-Match", "\"3\""))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void aChangeForAnOlderVersionIsRefusedAndOneForTheCurrentVersionIsNot() {
        String id = OrdersInProgress.failed(node, 2);
        String current = http.get("/orders/" + id).header("ETag");
        long version = Long.parseLong(current.replace("\"", ""));

        for (String change : List.of("/cancellation", "/lines/" + id + "-1/retry", "/lines/" + id + "-1/waiver")) {
            for (String stale : List.of("\"1\"", "\"%d\"".formatted(version - 1), "\"%d\"".formatted(version + 1))) {
                Http.Response response = refused.of(change(id + change, stale));
                assertThat(response.status()).isEqualTo(412);
                assertThat(response.code()).isEqualTo("version_conflict");
                assertThat(response.body().get("currentVersion").asLong()).isEqualTo(version);
                assertThat(response.header("ETag")).isEqualTo(current);
            }
        }
        assertThat(http.get("/orders/" + id).header("ETag")).isEqualTo(current);

        Http.Response waived = change(id + "/lines/" + id + "-1/waiver", current);
        assertThat(waived.status()).isEqualTo(200);
        assertThat(waived.body().at("/lines/0/status").asText()).isEqualTo("WAIVED");
        assertThat(refused.of(change(id + "/lines/" + id + "-2/waiver", current))
                        .code())
                .isEqualTo("version_conflict");
        assertThat(change(id + "/lines/" + id + "-2/retry", waived.header("ETag"))
                        .status())
                .isEqualTo(200);
        assertThat(change(id + "/cancellation", "*").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3",
                "\"\"",
                "\"x\"",
                "\"0\"",
                "\"-1\"",
                "W/\"2\"",
                "\"1\", \"2\"",
                "\"9999999999999999999\"",
                "**"
            })
    void versionsThatAreNone(String ifMatch) {
        String id = http.capture(order(LINE)).body().get("id").asText();

        Http.Response response = refused.of(change(id + "/cancellation", ifMatch));
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.code()).isEqualTo("if_match_invalid");
        assertThat(http.get("/orders/" + id).body().get("status").asText()).isEqualTo("VALIDATED");
    }

    @Test
    void aWrongVersionIsToldTogetherWithAWrongBody() {
        String id = http.capture(order(LINE)).body().get("id").asText();

        assertThat(RefusalCheck.errors(refused.of(http.send(http.request("/orders/" + id + "/cancellation")
                        .header("Content-Type", "application/json")
                        .header("If-Match", "x")
                        .POST(BodyPublishers.ofString("{\"force\": true}"))))))
                .containsExactlyInAnyOrder("if_match_invalid If-Match", "required /reason", "unknown_field /force");
    }

    @Test
    void cancellingWhatHasEndedOrNeverWas() {
        String id = http.capture(order(LINE)).body().get("id").asText();
        Http.Response first = http.cancel(id);
        assertThat(http.cancel(id).body()).as("the first cancellation stands").isEqualTo(first.body());

        Http.Response finished = refused.of(http.cancel(OrdersInProgress.completed(node, 1)));
        assertThat(finished.status()).isEqualTo(409);
        assertThat(finished.code()).isEqualTo("invalid_transition");
        assertThat(finished.body().get("orderStatus").asText()).isEqualTo("COMPLETED");

        Http.Response unknown = refused.of(http.cancel("ord_" + "0".repeat(32)));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo("order_not_found");
    }

    private Http.Response change(String path, String ifMatch) {
        return http.send(http.request("/orders/" + path)
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .POST(BodyPublishers.ofString(REASON)));
    }
}

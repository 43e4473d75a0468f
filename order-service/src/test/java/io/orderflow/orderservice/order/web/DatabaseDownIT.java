package io.orderflow.orderservice.order.web;

import static io.orderflow.orderservice.order.web.OrderBodies.LINE;
import static io.orderflow.orderservice.order.web.OrderBodies.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.orderservice.Http;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Row B22: without the database every request is told to come again, and the same request succeeds afterwards. */
class DatabaseDownIT {

    private static final String REASON = "{\"reason\": \"because\"}";

    @Test
    void everyRequestIsToldToComeAgain() throws Exception {
        Http http = TroubledNode.running().http();
        String id = http.capture(order(LINE)).body().get("id").asText();
        String key = UUID.randomUUID().toString();
        String body = order(LINE);

        try (AutoCloseable ignored = TroubledNode.databaseDown()) {
            for (Http.Response response : List.of(
                    http.capture(key, body),
                    http.get("/orders/" + id),
                    http.get("/orders"),
                    http.get("/orders/" + id + "/history"),
                    http.get("/orders/statistics"),
                    http.get("/order-summaries"),
                    http.cancel(id),
                    http.postJson("/orders/" + id + "/lines/" + id + "-1/retry", REASON),
                    http.postJson("/orders/" + id + "/lines/" + id + "-1/waiver", REASON))) {
                assertThat(response.status()).isEqualTo(503);
                assertThat(response.code()).isEqualTo("unavailable");
                assertThat(response.header("Retry-After")).isEqualTo("5");
                RefusalCheck.assertShape(response);
            }
            assertThat(http.capture(key, "{}").code()).as("wrong all the same").isEqualTo("required");
            assertThat(http.send(http.anonymousRequest("/actuator/health/readiness"))
                            .status())
                    .isEqualTo(503);
        }

        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> http.get("/orders/" + id).status() == 200);
        assertThat(http.capture(key, body).status()).isEqualTo(201);
        assertThat(http.get("/orders/" + id).body().get("status").asText()).isEqualTo("VALIDATED");
    }
}

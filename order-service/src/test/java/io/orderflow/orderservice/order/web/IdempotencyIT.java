package io.orderflow.orderservice.order.web;

import static io.orderflow.orderservice.order.web.OrderBodies.LINE;
import static io.orderflow.orderservice.order.web.OrderBodies.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.orderservice.Http;
import io.orderflow.orderservice.OrderServiceNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rows B15 and B16: the key that makes a repeated command the same command. */
class IdempotencyIT {

    @RegisterExtension
    final RefusalCheck refused = new RefusalCheck();

    private final Http http = OrderServiceNode.shared().http();

    @Test
    void keysThatAreNone() {
        HttpRequest.Builder withoutKey = http.request("/orders")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(order(LINE)));
        assertThat(refused.of(http.send(withoutKey)).code()).isEqualTo("idempotency_key_invalid");
        assertThat(refused.of(http.capture(" ", order(LINE))).code()).isEqualTo("idempotency_key_invalid");
        assertThat(refused.of(http.capture("k".repeat(300), order(LINE))).code())
                .isEqualTo("idempotency_key_invalid");
        HttpRequest.Builder twoKeys = http.request("/orders")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "one")
                .header("Idempotency-Key", "two")
                .POST(BodyPublishers.ofString(order(LINE)));
        assertThat(refused.of(http.send(twoKeys)).code()).isEqualTo("idempotency_key_invalid");
    }

    @Test
    void theSameKeyWithAnotherBodyIsAConflict() {
        String key = UUID.randomUUID().toString();
        http.capture(key, order(LINE));

        Http.Response other = refused.of(http.capture(key, order(LINE)));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("idempotency_conflict");
    }

    @Test
    void theSameCommandFiftyTimesAtOnceIsOneOrder() throws Exception {
        String key = UUID.randomUUID().toString();
        String body = order(LINE);
        ExecutorService callers = Executors.newFixedThreadPool(50);
        try {
            List<Future<Http.Response>> calls =
                    callers.invokeAll(Collections.nCopies(50, (Callable<Http.Response>) () -> http.capture(key, body)));
            int created = 0;
            String id = "";
            for (Future<Http.Response> call : calls) {
                Http.Response response = call.get();
                assertThat(response.status()).isIn(200, 201);
                created += response.status() == 201 ? 1 : 0;
                id = id.isEmpty() ? response.body().get("id").asText() : id;
                assertThat(response.body().get("id").asText()).isEqualTo(id);
            }
            assertThat(created).isEqualTo(1);
        } finally {
            callers.shutdownNow();
        }
    }
}

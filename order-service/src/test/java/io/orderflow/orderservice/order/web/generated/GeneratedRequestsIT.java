package io.orderflow.orderservice.order.web.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.orderservice.Http;
import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.orderservice.order.web.OrdersInProgress;
import io.orderflow.orderservice.order.web.RefusalCheck;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand requests from a seed, over all routes and methods: none is a failure of the service, every refusal says why,
 * and afterwards an order is captured as ever. {@code -Dorderflow.test.seed} and {@code -Dorderflow.test.requests} bring
 * others.
 */
class GeneratedRequestsIT {

    private static final long SEED = Long.getLong("orderflow.test.seed", 20_261_123);
    private static final int REQUESTS = Integer.getInteger("orderflow.test.requests", 10_000);
    private static final int CALLERS = 8;

    private final OrderServiceNode node = OrderServiceNode.shared();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();

    @Test
    void noRequestBreaksTheService() throws Exception {
        Known known = Known.on(node);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                Requests requests = new Requests(node, known, new Draw(SEED + caller));
                calls.add(() -> send(requests));
            }
            int sent = 0;
            long since = System.nanoTime();
            for (Future<Integer> call : callers.invokeAll(calls)) {
                sent += call.get();
            }
            System.out.printf(
                    "%d requests, seed %d, %d ms: %s%n",
                    sent, SEED, Duration.ofNanos(System.nanoTime() - since).toMillis(), new TreeMap<>(answers));
            assertThat(sent).isEqualTo(REQUESTS / CALLERS * CALLERS);
        } finally {
            callers.shutdownNow();
        }
        assertThat(answers)
                .as("the requests reach what they are meant for")
                .containsKeys("200", "201", "400 validation_failed");
        OrdersInProgress.completed(node, 3);
    }

    private int send(Requests requests) {
        for (int i = 0; i < REQUESTS / CALLERS; i++) {
            HttpRequest.Builder builder = requests.next();
            HttpRequest request = builder.build();
            Http.Response response = node.http().send(builder);
            assertThat(response.status()).as(() -> Requests.shown(request)).isLessThan(500);
            if (response.status() >= 400 && !request.method().equals("HEAD")) {
                assertThat(response).as(() -> Requests.shown(request)).satisfies(RefusalCheck::assertShape);
            }
            String answer = response.status() + (response.code().isEmpty() ? "" : " " + response.code());
            answers.merge(answer, 1, Integer::sum);
        }
        return REQUESTS / CALLERS;
    }
}

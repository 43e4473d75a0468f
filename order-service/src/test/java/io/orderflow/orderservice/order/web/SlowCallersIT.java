package io.orderflow.orderservice.order.web;

import static io.orderflow.orderservice.order.web.OrderBodies.LINE;
import static io.orderflow.orderservice.order.web.OrderBodies.order;
import static io.orderflow.orderservice.order.web.OrderBodies.orderOf;
import static io.orderflow.orderservice.order.web.RawHttp.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.orderservice.Http;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Row B21: callers that stop in the middle of a body. They get no order and keep no thread. */
class SlowCallersIT {

    private final Http http = TroubledNode.running().http();
    private final RawHttp raw = new RawHttp(http);
    private final String quoteId = "q_" + UUID.randomUUID();

    @Test
    void whoStopsSendingIsToldSoAndFreesItsThread() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < TroubledNode.THREADS * 2; i++) {
                slow.add(raw.open(half()));
            }
            assertThat(http.capture(order(LINE)).status())
                    .as("somebody else, although more callers are stuck than there are threads")
                    .isEqualTo(201);
            for (Socket socket : slow) {
                assertThat(RawHttp.readToEnd(socket))
                        .startsWith("HTTP/1.1 408")
                        .contains("application/problem+json", "\"request_timeout\"");
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        assertNoOrder();
    }

    @Test
    void whoGoesAwayInTheMiddleLeavesNothing() throws IOException {
        for (int i = 0; i < TroubledNode.THREADS * 4; i++) {
            try (Socket socket = raw.open(half())) {
                // Closed with a reset, as a process that is killed would.
                socket.setSoLinger(true, 0);
            }
        }
        assertThat(http.capture(order(LINE)).status()).isEqualTo(201);
        assertNoOrder();
    }

    private String half() {
        String body = orderOf(quoteId, LINE);
        return "POST /orders HTTP/1.1\r\nHost: x\r\n" + ALICE
                + "Content-Type: application/json\r\nIdempotency-Key: %s\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(UUID.randomUUID(), body.length(), body.substring(0, body.length() / 2));
    }

    private void assertNoOrder() {
        assertThat(http.get("/orders?quoteId=" + quoteId).body().get("total").asInt())
                .isZero();
    }
}

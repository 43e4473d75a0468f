package io.orderflow.orderservice.order.web;

import static io.orderflow.orderservice.order.web.OrderBodies.LINE;
import static io.orderflow.orderservice.order.web.OrderBodies.orderOf;
import static io.orderflow.orderservice.order.web.RawHttp.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.orderservice.Http;
import io.orderflow.orderservice.OrderServiceNode;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second half of row B20: bytes that no HTTP client would send. The connection is closed whenever framing is in doubt. */
class RawRequestsIT {

    private final Http http = OrderServiceNode.shared().http();
    private final RawHttp raw = new RawHttp(http);
    private final String quoteId = "q_" + UUID.randomUUID();
    private final String order = orderOf(quoteId, LINE).strip();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /orders HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET /orders HTTP/1.1\r\n\r\n",
                "GET /orders HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "GET /orders/<script> HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /orders HTTP/1.1\r\nHost: x\r\nBad Header: 1\r\n\r\n",
                "POST /orders HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST /orders HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
                "POST /orders HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: bogus\r\n\r\n"
            })
    void isRefusedAndTheConnectionClosed(String request) throws IOException {
        String response = raw.send(request);

        assertThat(response).matches("(?s)HTTP/1.1 [45]\\d\\d .*").doesNotContain("Apache Tomcat");
        assertThat(response).doesNotContain("HTTP/1.1 500").doesNotContainPattern("Exception|\\bat org\\.");
    }

    @Test
    void theFirstVersionOfHttpGetsNoFurther() throws IOException {
        assertThat(raw.send("GET /orders\r\n\r\n")).contains("\"unauthenticated\"");
        assertThat(raw.send("nonsense\r\n\r\n")).contains("\"invalid_request\"");
    }

    @Test
    void headersAndPathsWithoutEnd() throws IOException {
        assertThat(raw.send("GET /orders HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(100_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 4");
        assertThat(raw.send("GET /orders HTTP/1.1\r\nHost: x\r\n" + "X: y\r\n".repeat(5_000) + "\r\n"))
                .startsWith("HTTP/1.1 4");
        assertThat(raw.send("GET /orders/" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 4");
    }

    @Test
    void traceEchoesNothing() throws IOException {
        assertThat(raw.send("TRACE /orders HTTP/1.1\r\nHost: x\r\nX-Secret: 1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405")
                .contains("Allow: ", "method_not_allowed")
                .doesNotContain("X-Secret");
    }

    @Test
    void twoLengthsSmuggleNothing() throws IOException {
        String smuggled = "GET /orders/statistics HTTP/1.1\r\nHost: x\r\n" + ALICE + "\r\n";
        String response = raw.send(head()
                + "Content-Length: %d\r\nTransfer-Encoding: chunked\r\n\r\n".formatted(5 + smuggled.length())
                + "0\r\n\r\n"
                + smuggled);

        assertThat(response).startsWith("HTTP/1.1 400").contains("malformed_json");
        assertThat(response.split("HTTP/1.1 ", -1)).as("one answer").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\n%s\r\n0\r\n\r\n",
                "-5\r\n%s\r\n0\r\n\r\n",
                "fffffffff\r\n%s\r\n0\r\n\r\n",
                "5\r\n%s\r\n0\r\n\r\n"
            })
    void brokenChunksAreNoOrder(String chunks) throws IOException {
        String response = raw.send(head() + "Transfer-Encoding: chunked\r\n\r\n" + chunks.formatted(order));

        assertThat(response).startsWith("HTTP/1.1 400").contains("application/problem+json", "\"invalid_request\"");
        assertNoOrder();
    }

    @Test
    void aBodyThatEndsEarlyIsNoOrderEvenIfItIsWellFormed() throws IOException {
        String response = raw.sendAndEnd(head() + "Content-Length: %d\r\n\r\n%s".formatted(order.length() + 1, order));

        assertThat(response).startsWith("HTTP/1.1 400").contains("\"invalid_request\"");
        assertNoOrder();

        String chunked = raw.sendAndEnd(
                head() + "Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n".formatted(order.length(), order));
        assertThat(chunked).startsWith("HTTP/1.1 400").contains("\"invalid_request\"");
        assertNoOrder();
    }

    private String head() {
        return "POST /orders HTTP/1.1\r\nHost: x\r\n" + ALICE
                + "Content-Type: application/json\r\nIdempotency-Key: %s\r\n".formatted(UUID.randomUUID());
    }

    private void assertNoOrder() {
        assertThat(http.get("/orders?quoteId=" + quoteId).body().get("total").asInt())
                .isZero();
    }
}

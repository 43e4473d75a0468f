package io.orderflow.orderservice.callback.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.httpapi.json.JsonBodies;
import io.orderflow.orderservice.callback.Callback;
import io.orderflow.orderservice.order.ProviderAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The examples of the documentation are callbacks. */
class CallbackReaderTest {

    private static final String ORDER = "ord_0192f0c1a2b37d4e8f60718293a4b5c6";

    @Test
    void completed() throws IOException {
        assertThat(read(CallbackSchemas.COMPLETED_EXAMPLE))
                .isEqualTo(new Callback(
                        "cb-2026-0001",
                        ORDER,
                        new ProviderAnswer.Completion(ORDER + "-1", 1, ORDER + "-1:1", "job-77")));
    }

    @Test
    void failed() throws IOException {
        assertThat(read(CallbackSchemas.FAILED_EXAMPLE))
                .isEqualTo(new Callback(
                        "cb-2026-0002",
                        ORDER,
                        new ProviderAnswer.Failure(
                                ORDER + "-1",
                                1,
                                ORDER + "-1:1",
                                "no_stock",
                                "None left in any warehouse",
                                true,
                                null)));
    }

    @Test
    void reversed() throws IOException {
        assertThat(read(CallbackSchemas.REVERSED_EXAMPLE))
                .isEqualTo(new Callback(
                        "cb-2026-0003",
                        ORDER,
                        new ProviderAnswer.Reversal(ORDER + "-1", 1, ORDER + "-1:1", "job-77", "return-12")));
    }

    private static Callback read(String body) throws IOException {
        return JsonBodies.read(
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), CallbackReader::callback);
    }
}

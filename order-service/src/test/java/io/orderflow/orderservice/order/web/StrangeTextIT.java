package io.orderflow.orderservice.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.orderservice.Http;
import io.orderflow.orderservice.OrderServiceNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Rows B10 and B11: whatever can be written comes back as it was, and nobody ever evaluates, renders or logs it raw. */
@ExtendWith(OutputCaptureExtension.class)
class StrangeTextIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Http http = OrderServiceNode.shared().http();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uD83D\uDE00\uD83D\uDC69\u200D\uD83D\uDCBB", // emoji, one of them joined
                "\u202Eabc\u202C \u0627\u0644\u0639\u0631\u0628\u064A\u0629", // right to left
                "a\u200Bb\uFEFFc\u00A0d", // zero width and other spaces
                "e\u0301 \u00E9", // composed and not
                "' OR 1=1; drop table orders; --",
                "${7*7} #{7*7} *{7*7} ${jndi:ldap://127.0.0.1:1/x}",
                "<script>alert(1)</script> {{7*7}} %s %n \\u0041",
                "{\"status\": \"COMPLETED\"}"
            })
    void comesBackAsItWas(String strange) {
        Map<String, Object> line = Map.of(
                "quoteLineId",
                strange,
                "offerId",
                strange,
                "action",
                "ADD",
                "quantity",
                1,
                "unitPrice",
                "1.00",
                "description",
                strange);
        String quoteId = strange + UUID.randomUUID();
        Http.Response created = http.capture(
                json(Map.of("quoteId", quoteId, "customerId", strange, "currency", "GBP", "lines", List.of(line))));

        assertThat(created.status()).isEqualTo(201);
        JsonNode shown =
                http.get("/orders/" + created.body().get("id").asText()).body();
        assertThat(shown.get("quoteId").asText()).isEqualTo(quoteId);
        assertThat(shown.get("customerId").asText()).isEqualTo(strange);
        assertThat(shown.at("/lines/0/quoteLineId").asText()).isEqualTo(strange);
        assertThat(shown.at("/lines/0/offerId").asText()).isEqualTo(strange);
        assertThat(shown.at("/lines/0/description").asText()).isEqualTo(strange);
    }

    @Test
    void lineBreaksStayInTheDataAndOutOfTheLog(CapturedOutput output) {
        String forged = "a\r\n2026-11-23T08:00:00Z ERROR forged\tentry";
        Map<String, Object> line = Map.of(
                "quoteLineId", "1",
                "offerId", "O",
                "action", "ADD",
                "quantity", 1,
                "unitPrice", "1.00",
                "description", forged);
        Http.Response created = http.capture(json(Map.of(
                "quoteId", "q_" + UUID.randomUUID(), "customerId", "c", "currency", "GBP", "lines", List.of(line))));
        String id = created.body().get("id").asText();
        Http.Response cancelled = http.postJson("/orders/" + id + "/cancellation", json(Map.of("reason", forged)));
        Http.Response refused = http.postJson("/orders/" + id + "/cancellation", json(Map.of(forged, forged)));

        assertThat(created.status()).isEqualTo(201);
        assertThat(cancelled.body().at("/lines/0/description").asText()).isEqualTo(forged);
        assertThat(http.get("/orders/" + id + "/history")
                        .body()
                        .at("/items/2/reason")
                        .asText())
                .isEqualTo(forged);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.raw().body()).doesNotContain("\r", "\n");
        assertThat(output.getAll().lines()).noneMatch(logged -> logged.startsWith("2026-11-23T08:00:00Z ERROR forged"));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

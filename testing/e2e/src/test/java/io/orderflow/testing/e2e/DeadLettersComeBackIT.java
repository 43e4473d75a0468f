package io.orderflow.testing.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.testing.e2e.client.JsonHttp;
import io.orderflow.testing.e2e.kafka.QuoteRecord;
import io.orderflow.testing.e2e.kafka.Topics;
import io.orderflow.testing.e2e.stack.ServiceProcess;
import io.orderflow.testing.e2e.stack.Stack;
import io.orderflow.testing.support.kafka.TestKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A quote that lacks its customer is no order; an operator corrects it, and it becomes one, once. */
class DeadLettersComeBackIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PATH = "/operations/dead-letters";
    private static final String GROUP = "order-service.quote-events.consumer";

    private final Stack stack = Stack.running();
    private final JsonHttp operator = stack.operations(stack.orderService());
    private final String quoteId = "q_letter_" + UUID.randomUUID();

    @Test
    void aCorrectedQuoteBecomesOneOrder() {
        ObjectNode whole = QuoteRecord.valid(quoteId);
        ObjectNode broken = whole.deepCopy();
        broken.withObject("/payload").remove("customerId");
        send(broken);
        JsonNode letter = awaitLetter(whole.path("eventId").asText());
        assertThat(letter.path("code").asText()).isEqualTo("schema_invalid");
        String repair = PATH + "/" + letter.path("id").asText() + "/repair";

        assertThat(repaired(repair, whole, "DRY_RUN")).isEqualTo("APPLIED");
        assertThat(stack.orders().ofQuote(quoteId)).isEmpty();
        assertThat(repaired(repair, whole, "EXECUTE")).isEqualTo("APPLIED");
        assertThat(repaired(repair, whole, "EXECUTE")).isEqualTo("GONE");
        send(whole);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stack.orders().ofQuote(quoteId)).hasSize(1));
        String order = stack.orders().ofQuote(quoteId).get(0).path("id").asText();
        stack.orders().awaitStatus("COMPLETED", List.of(order), PATIENCE);
    }

    @Test
    void everyServiceShowsItsLettersToOperatorsOnly() {
        for (ServiceProcess service : stack.services()) {
            assertThat(stack.operations(service).get(PATH).expecting(200).path("groups"))
                    .isNotEmpty();
            assertThat(JsonHttp.anonymous(service.url()).get(PATH).status()).isEqualTo(401);
            assertThat(stack.asCaller(service).get(PATH).status()).isEqualTo(401);
        }
    }

    private void send(ObjectNode event) {
        TestKafka.send(Topics.QUOTES, quoteId, QuoteRecord.bytes(event), QuoteRecord.headers(event));
    }

    private String repaired(String path, JsonNode value, String mode) {
        return operator.post(path, Map.of("mode", mode, "value", value, "reason", "customer added"), Map.of())
                .expecting(200)
                .path("verdict")
                .asText();
    }

    private JsonNode awaitLetter(String eventId) {
        return await().atMost(PATIENCE).until(() -> letter(eventId), letter -> !letter.isMissingNode());
    }

    private JsonNode letter(String eventId) {
        JsonNode letters =
                operator.get(PATH + "?limit=500&group=" + GROUP).expecting(200).path("letters");
        for (JsonNode letter : letters) {
            if (letter.path("eventId").asText().equals(eventId)) {
                return letter;
            }
        }
        return letters.path("none");
    }
}

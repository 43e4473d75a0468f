package io.orderflow.testing.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.kafkaadapters.catalog.EventCatalog;
import io.orderflow.kafkaadapters.catalog.EventDefinition;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class QuoteRecordsTest {

    private static final Instant DUE = Instant.parse("2026-07-02T08:15:28.123Z");

    private final QuoteRecords quotes = new QuoteRecords("tenant_demo", "run1", 3);

    @Test
    void aQuoteIsWhatTheCatalogueSays() throws Exception {
        EventCatalog catalog = EventCatalog.load();
        EventDefinition definition = catalog.newest("QuoteAccepted").orElseThrow();
        ProducerRecord<String, byte[]> sent = quotes.quote(7, DUE);
        JsonNode value = new EnvelopeCodec().parse(sent.value());

        assertThat(catalog.violations(definition, value)).isEmpty();
        assertThat(sent.topic()).isEqualTo(definition.topic()).isEqualTo(QuoteRecords.TOPIC);
        assertThat(value.path("producer").asText()).isEqualTo(definition.ownerService());
        assertThat(value.at("/payload/lines")).hasSize(3);
        assertThat(sent.key()).isEqualTo(value.at("/payload/quoteId").asText());
    }

    @Test
    void headersAgreeWithTheValueAndTheTimeIsThatAtWhichTheQuoteWasDue() throws Exception {
        ProducerRecord<String, byte[]> sent = quotes.quote(7, DUE);
        JsonNode value = new EnvelopeCodec().parse(sent.value());
        Map<String, String> headers = new HashMap<>();
        sent.headers().forEach(each -> headers.put(each.key(), new String(each.value(), StandardCharsets.UTF_8)));

        headers.forEach(
                (name, text) -> assertThat(value.path(name).asText()).as(name).isEqualTo(text));
        assertThat(headers)
                .containsEntry("correlationId", quotes.correlationId(7))
                .hasSize(7);
        assertThat(sent.timestamp()).isEqualTo(DUE.toEpochMilli());
    }
}

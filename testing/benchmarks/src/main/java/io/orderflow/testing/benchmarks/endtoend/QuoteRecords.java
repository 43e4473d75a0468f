package io.orderflow.testing.benchmarks.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Accepted quotes as the quote system publishes them, cheap enough to need no approval. */
final class QuoteRecords {

    static final String TOPIC = "cpq.quote.events.v1";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPE = "QuoteAccepted";
    private static final String PRODUCER = "quote-service";
    private static final String SCHEMA = "schema://cpq.quote.events/QuoteAccepted/1";
    private static final BigDecimal UNIT_PRICE = new BigDecimal("2.55");

    private final String tenant;
    private final String run;
    private final int lines;

    /** @param run distinguishes the quotes from those of other runs */
    QuoteRecords(String tenant, String run, int lines) {
        this.tenant = tenant;
        this.run = run;
        this.lines = lines;
    }

    /** By this the facts about a quote's order are recognised: every event hands it on. */
    String correlationId(int number) {
        return "corr_%s_%d".formatted(run, number);
    }

    /** @param at when the quote was accepted; the time of the record, even if it is sent late */
    ProducerRecord<String, byte[]> quote(int number, Instant at) {
        String quoteId = "q_%s_%d".formatted(run, number);
        String eventId = UuidCreator.getTimeOrderedEpoch().toString();
        String time = at.truncatedTo(ChronoUnit.MILLIS).toString();
        ObjectNode event = JSON.createObjectNode()
                .put("eventId", eventId)
                .put("eventType", TYPE)
                .put("eventVersion", 1)
                .put("occurredAt", time)
                .put("publishedAt", time)
                .put("producer", PRODUCER)
                .put("tenantId", tenant)
                .put("aggregateType", "Quote")
                .put("aggregateId", quoteId)
                .put("aggregateVersion", 1)
                .put("correlationId", correlationId(number))
                .put("schemaRef", SCHEMA);
        event.set("payload", payload(quoteId, time));
        event.set("metadata", JSON.createObjectNode());
        List<Header> headers = List.of(
                header("eventId", eventId),
                header("eventType", TYPE),
                header("eventVersion", "1"),
                header("correlationId", correlationId(number)),
                header("tenantId", tenant),
                header("schemaRef", SCHEMA),
                header("producer", PRODUCER));
        return new ProducerRecord<>(TOPIC, null, at.toEpochMilli(), quoteId, bytes(event), headers);
    }

    private ObjectNode payload(String quoteId, String time) {
        ObjectNode payload = JSON.createObjectNode()
                .put("quoteId", quoteId)
                .put("customerId", "cust_17850")
                .put("acceptedBy", "user_42")
                .put("acceptedAt", time)
                .put("currency", "GBP")
                .put("commercialSnapshotHash", "sha256:" + "0".repeat(64));
        payload.putObject("totals")
                .put(
                        "oneTimeTotal",
                        UNIT_PRICE.multiply(BigDecimal.valueOf(lines)).toPlainString())
                .put("recurringTotal", "0.00");
        ArrayNode all = payload.putArray("lines");
        for (int line = 1; line <= lines; line++) {
            all.addObject()
                    .put("quoteLineId", quoteId + "-" + line)
                    .put("offerId", "85123A")
                    .put("action", "ADD")
                    .put("quantity", 1)
                    .put("unitPrice", UNIT_PRICE.toPlainString())
                    .putArray("dependsOn");
        }
        return payload;
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(ObjectNode event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

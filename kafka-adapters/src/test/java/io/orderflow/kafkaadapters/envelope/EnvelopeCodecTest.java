package io.orderflow.kafkaadapters.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeCodecTest {

    private static final Instant NOON = Instant.parse("2026-07-02T12:00:00Z");

    private final EnvelopeCodec codec = new EnvelopeCodec();

    record Price(BigDecimal amount, Instant at) {}

    @Test
    void comesBackFromBytesAsItWas() throws IOException {
        EventEnvelope<Price> event = event(new Price(new BigDecimal("12.50"), NOON));
        EventEnvelope<JsonNode> read = codec.fromJson(codec.parse(codec.toBytes(codec.toJson(event))));
        assertThat(read.withPayload(codec.payload(read.payload(), Price.class))).isEqualTo(event);
    }

    @Test
    void writesMoneyAsTextAndTimeAsIso() {
        ObjectNode payload = codec.toTree(new Price(new BigDecimal("1E+3"), NOON));
        assertThat(payload.path("amount").isTextual()).isTrue();
        assertThat(payload.path("amount").asText()).isEqualTo("1000");
        assertThat(payload.path("at").asText()).isEqualTo("2026-07-02T12:00:00Z");
    }

    @Test
    void stampsThePublicationTimeWithoutTouchingTheRest() throws IOException {
        byte[] unstamped = codec.toBytes(codec.toJson(event(new Price(BigDecimal.ONE, NOON))));
        JsonNode stamped =
                codec.parse(EnvelopeCodec.stampPublished(unstamped, EnvelopeCodec.stamp(NOON.plusMillis(7))));
        assertThat(stamped.path("publishedAt").asText()).isEqualTo("2026-07-02T12:00:00.007Z");
        ((ObjectNode) stamped).remove("publishedAt");
        assertThat(stamped).isEqualTo(codec.parse(unstamped));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":2}", "{} {}", "{", "", "{\"a\":NaN}"})
    void refusesWhatIsNotExactlyOneJsonValue(String text) {
        assertThatThrownBy(() -> {
                    JsonNode read = codec.parse(text.getBytes(StandardCharsets.UTF_8));
                    if (read == null || read.isMissingNode()) {
                        throw new IOException("nothing there");
                    }
                })
                .isInstanceOf(IOException.class);
    }

    private static EventEnvelope<Price> event(Price payload) {
        return new EventEnvelope<>(
                UUID.fromString("0197c1d2-a3b4-7e5f-8a6b-7c8d9e0f1a16"),
                "PriceCalculated",
                1,
                NOON,
                null,
                "pricing-service",
                "tenant_demo",
                "Price",
                "p-1",
                3,
                "corr_1",
                "evt_0",
                null,
                "schema://cpq.pricing.events/PriceCalculated/1",
                payload,
                Map.of("actorType", "USER"));
    }
}

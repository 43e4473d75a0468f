package io.orderflow.testing.contractkits;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.kafkaadapters.KafkaAdaptersProperties;
import io.orderflow.kafkaadapters.envelope.EventHeaders;
import io.orderflow.testing.contractkits.Production.Sent;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What everybody who publishes events has to pass, for each event on its own: a service that runs on a real database and a
 * real broker says in one line how it comes to publish an event, and the records are looked at from outside. Each test
 * names one fault, so none of them fails because of what another one is about.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ProducerContract {

    private static final String PUBLISHED_AT = "\"publishedAt\":\"[^\"]*\"";
    private static final Set<String> ONLY_IF_KNOWN = Set.of(EventHeaders.CAUSATION_ID, EventHeaders.TRACEPARENT);

    private final EventContracts contracts = EventContracts.load();
    private final Map<String, Production> productions = new HashMap<>();
    private final Map<String, Throwable> failures = new HashMap<>();

    /** The running service. */
    protected abstract ApplicationContext service();

    /** One line for each event of the service. */
    protected abstract List<ProducedEvent> events();

    protected static ProducedEvent produces(String eventType, Supplier<String> scene) {
        return new ProducedEvent(eventType, scene);
    }

    /** Type, version and reference are another test's business, so they are taken as right here. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void validatesAgainstItsSchema(ProducedEvent event) {
        EventContract contract = contracts.of(event.eventType());
        ObjectNode value = production(event).first().value().deepCopy();
        assertThat(value.path("publishedAt").asText()).as("publishedAt").isNotEmpty();
        value.put("eventVersion", contract.definition().version())
                .put("schemaRef", contract.definition().schemaRef());
        assertThat(contracts.catalog().violations(contract.definition(), value)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void hasTheCataloguedTypeAndVersion(ProducedEvent event) {
        EventContract contract = contracts.of(event.eventType());
        Sent sent = production(event).first();
        assertThat(sent.value().path("eventVersion").asInt())
                .isEqualTo(contract.definition().version());
        assertThat(sent.field("schemaRef")).isEqualTo(contract.definition().schemaRef());
        assertThat(sent.field("producer")).isEqualTo(contract.definition().ownerService());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void isKeyedAsTheCatalogueSays(ProducedEvent event) {
        String key = contracts.of(event.eventType()).key();
        Sent sent = production(event).first();
        JsonNode business = sent.value().path("payload").path(key);
        assertThat(sent.record().key())
                .as("the key is the aggregate's id")
                .isEqualTo(sent.field("aggregateId"))
                .as("the key is the payload's " + key)
                .isEqualTo(business.isMissingNode() ? sent.field(key) : business.asText());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void carriesTheRequiredHeaders(ProducedEvent event) {
        Sent sent = production(event).first();
        for (String name : EventHeaders.ALL) {
            String field = name.equals(EventHeaders.TRACEPARENT) ? "traceId" : name;
            if (ONLY_IF_KNOWN.contains(name) && !sent.value().hasNonNull(field)) {
                continue;
            }
            Header header = sent.record().headers().lastHeader(name);
            assertThat(header).as("header " + name).isNotNull();
            String text = new String(header.value(), StandardCharsets.UTF_8);
            if (name.equals(EventHeaders.TRACEPARENT)) {
                assertThat(text).matches("00-" + sent.field(field) + "-[0-9a-f]{16}-[0-9a-f]{2}");
            } else {
                assertThat(text).as("header " + name).isEqualTo(sent.field(field));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void keepsItsIdWhenItIsSentAgain(ProducedEvent event) {
        List<Sent> repeated = production(event).repeated();
        assertThat(repeated)
                .as("sent again, because the acknowledgement was lost")
                .hasSizeGreaterThan(1);
        assertThat(repeated)
                .extracting(sent -> sent.field("eventId"))
                .containsOnly(repeated.get(0).field("eventId"));
        assertThat(repeated)
                .extracting(ProducerContract::textWithoutTime)
                .as("byte for byte the same, but for publishedAt")
                .containsOnly(textWithoutTime(repeated.get(0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void carriesASufficientSnapshot(ProducedEvent event) {
        JsonNode example = contracts.of(event.eventType()).fullExample().path("payload");
        assertThat(Snapshot.missing(example, production(event).first().value().path("payload")))
                .as("fields that consumers would have to ask the owner for")
                .isEmpty();
    }

    /** So that an event cannot join the catalogue without joining this test. */
    @Test
    void everyEventOfTheServiceHasALine() {
        Set<String> owners = service().getBean(KafkaAdaptersProperties.class).publishesFor();
        assertThat(contracts.live())
                .filteredOn(contract -> owners.contains(contract.definition().ownerService()))
                .extracting(contract -> contract.definition().eventType())
                .isSubsetOf(events().stream().map(ProducedEvent::eventType).toList());
    }

    @AfterAll
    void end() {
        productions.values().forEach(Production::close);
    }

    /** A scene is played once, and one that failed is not waited for again by every test. */
    private Production production(ProducedEvent event) {
        Throwable failure = failures.get(event.eventType());
        if (failure != null) {
            throw new IllegalStateException("the scene of " + event + " has failed before", failure);
        }
        try {
            return productions.computeIfAbsent(
                    event.eventType(),
                    type -> Production.of(event, contracts.of(type), service().getBean(JdbcClient.class)));
        } catch (RuntimeException | Error e) {
            failures.put(event.eventType(), e);
            throw e;
        }
    }

    private static String textWithoutTime(Sent sent) {
        return new String(sent.record().value(), StandardCharsets.UTF_8).replaceFirst(PUBLISHED_AT, "");
    }
}

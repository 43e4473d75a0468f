package io.orderflow.testing.contractkits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.kafkaadapters.inbox.InboxSubscription.Range;
import io.orderflow.kafkaadapters.topics.TopicCatalog;
import io.orderflow.kafkaadapters.topics.TopicNames;
import io.orderflow.kafkaadapters.topics.VersionContract;
import io.orderflow.testing.contractkits.Production.Sent;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ApplicationContext;

/**
 * What every consumer group has to pass, for each event that it handles: a service that runs on a real database and a real
 * broker says in one line for which event it is ready and where its effects can be seen. Every test has an aggregate of
 * its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ConsumerContract {

    private static final String APPLIED = "APPLIED";

    private final EventContracts contracts = EventContracts.load();
    private final TopicCatalog topics = TopicCatalog.load();
    private Consumers consumers;
    private @Nullable Replay replay;

    /** The running service. */
    protected abstract ApplicationContext service();

    /** One line for each event and group of the service. */
    protected abstract List<ConsumedEvent> events();

    protected static ConsumedEvent consumes(String eventType, Supplier<ObjectNode> scene, Function<String, ?> effects) {
        return new ConsumedEvent(null, eventType, scene, effects);
    }

    /** As {@link #consumes(String, Supplier, Function)}, where more than one group of the service handles the event. */
    protected static ConsumedEvent consumes(
            String group, String eventType, Supplier<ObjectNode> scene, Function<String, ?> effects) {
        return new ConsumedEvent(group, eventType, scene, effects);
    }

    /** A line for every live event that names the group's service as its consumer: for a group that takes all it gets. */
    protected static List<ConsumedEvent> consumesEverything(String group, Function<String, ?> effects) {
        return EventContracts.load().live().stream()
                .filter(contract -> contract.consumers().contains(Consumers.serviceOf(group)))
                .map(contract -> contract.definition().eventType())
                .map(type -> consumes(group, type, () -> ExampleEvents.aboutNewAggregate(type), effects))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void handlesTheCurrentVersion(ConsumedEvent event) {
        Consumption consumption = consumers.begin(event);
        Object before = consumption.effects();
        assertApplied(consumption, consumption.send());
        assertThat(consumption.effects()).as("effects").isNotEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void ignoresUnknownOptionalFields(ConsumedEvent event) {
        Consumption consumption = consumers.begin(event);
        Object before = consumption.effects();
        assertApplied(consumption, consumption.send(Variants.withUnknownFields(consumption)));
        assertThat(consumption.effects()).as("effects").isNotEqualTo(before);
    }

    /** Each becomes a dead letter that says why, has no effect, and does not hold up the valid event behind it. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void rejectsInvalidRequiredFields(ConsumedEvent event) {
        Consumption consumption = consumers.begin(event);
        Object before = consumption.effects();
        List<ObjectNode> broken = Variants.withoutRequiredFields(consumption);
        try (TopicTail deadLetters =
                new TopicTail(TopicNames.deadLetter(consumption.contract().topic()))) {
            List<RecordMetadata> sent = consumption.send(broken);
            assertThat(sent).isNotEmpty().allSatisfy(record -> {
                Ledger.Verdict verdict = consumption.ledger().verdict(record);
                assertThat(verdict.outcome()).isEqualTo("DEAD_LETTER");
                assertThat(verdict.code()).isEqualTo("schema_invalid");
            });
            assertThat(consumption.effects()).as("effects of broken events").isEqualTo(before);
            assertApplied(consumption, consumption.send());
            Set<String> ids = broken.stream()
                    .map(record -> record.path("eventId").asText())
                    .collect(Collectors.toSet());
            Patience.await("a dead letter for each broken event")
                    .until(() -> deadLettersFor(consumption, deadLetters).containsAll(ids));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void handlesADuplicateEventId(ConsumedEvent event) {
        Consumption consumption = consumers.begin(event);
        assertApplied(consumption, consumption.send());
        Object after = consumption.effects();
        consumption.send();
        consumption.group().awaitPast(consumption.send());
        assertThat(consumption.effects()).as("effects after duplicates").isEqualTo(after);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void handlesAReplay(ConsumedEvent event) {
        if (replay == null) {
            replay = Replay.of(events(), consumers);
        }
        replay.assertChangedNothing(event);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void handlesVersionsOutOfOrder(ConsumedEvent event) {
        VersionContract contract =
                topics.versionContract(contracts.of(event.eventType()).topic());
        assumeFalse(
                contract == VersionContract.NONE
                        || consumers.subscription(event).everything(),
                "this group takes versions as they come");
        OutOfOrder check = new OutOfOrder(consumers.begin(event), contracts);
        if (contract == VersionContract.GAPLESS) {
            check.earlyVersionWaits();
        } else {
            check.olderVersionIsStale();
        }
    }

    /** So that no group handles an event without joining this test, and none that the event's owner does not know of. */
    @Test
    void everyEventOfEveryGroupHasALine() {
        Set<String> lines = events().stream()
                .map(event -> line(consumers.subscription(event).consumerGroup(), event.eventType()))
                .collect(Collectors.toSet());
        Set<String> handled = consumers.subscriptions().stream()
                // Where a whole topic is offered, the catalogue says which of its events are taken: see below.
                .filter(subscription -> subscription.range() != Range.TOPIC)
                .flatMap(subscription -> contracts.live().stream()
                        .filter(contract -> subscription.topics().contains(contract.topic()))
                        .map(contract -> contract.definition().eventType())
                        .filter(type -> subscription.payloadType(type) != null)
                        .map(type -> line(subscription.consumerGroup(), type)))
                .collect(Collectors.toSet());
        assertThat(lines).as("what the groups handle").containsAll(handled);
    }

    /** An event's owner names its consumers; a service that is named has a line, and one that has a line is named. */
    @Test
    void theCatalogueKnowsTheConsumers() {
        Set<String> lines = events().stream()
                .filter(event -> contracts.of(event.eventType()).isLive())
                .map(event ->
                        line(Consumers.serviceOf(consumers.subscription(event).consumerGroup()), event.eventType()))
                .collect(Collectors.toSet());
        Set<String> declared = contracts.live().stream()
                .flatMap(contract -> contract.consumers().stream()
                        .filter(consumers.services()::contains)
                        .map(service -> line(service, contract.definition().eventType())))
                .collect(Collectors.toSet());
        assertThat(lines).isEqualTo(declared);
    }

    @BeforeAll
    void begin() {
        consumers = new Consumers(service(), contracts);
    }

    @AfterAll
    void end() {
        consumers.close();
    }

    private static String line(String consumer, String eventType) {
        return eventType + " by " + consumer;
    }

    private static void assertApplied(Consumption consumption, RecordMetadata sent) {
        Ledger.Verdict verdict = consumption.ledger().finalVerdict(sent);
        assertThat(verdict.outcome()).as("outcome (%s)", verdict).isEqualTo(APPLIED);
    }

    private static Set<String> deadLettersFor(Consumption consumption, TopicTail deadLetters) {
        return deadLetters.records().stream()
                .map(Sent::of)
                .filter(letter ->
                        letter.field("consumerGroup").equals(consumption.group().name()))
                .map(letter -> letter.field("eventId"))
                .collect(Collectors.toSet());
    }
}

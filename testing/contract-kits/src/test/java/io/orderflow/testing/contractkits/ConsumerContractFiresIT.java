package io.orderflow.testing.contractkits;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every test of the consumer kit fails for the consumers that it is about, and for no others. */
class ConsumerContractFiresIT {

    private static final String EVENT = "OrderLineFulfillmentRequested";
    private static final String SECOND_EVENT = "OrderLineReversalRequested";
    private static final String OTHER_EVENT = "OrderCompleted";

    private static final String[] OF_LINES = {"everyEventOfEveryGroupHasALine", "theCatalogueKnowsTheConsumers"};

    private static final LaxCatalogue CATALOGUE = new LaxCatalogue();
    private static ConfigurableApplicationContext service;
    private static ApplicationContext running;
    private static List<String> lines = List.of(EVENT, SECOND_EVENT);

    @BeforeAll
    static void start() {
        service = start(
                "fulfillment-adapter.kit.consumer", Map.of(EVENT, StrictPayload.class, SECOND_EVENT, JsonNode.class));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void begin() {
        running = service;
        lines = List.of(EVENT, SECOND_EVENT);
    }

    @AfterEach
    void repent() {
        Weakness.endAll(service.getBean(JdbcClient.class));
        StrictPayload.beStrict(false);
        CATALOGUE.beLax(false);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE,",
        "NO_LEDGER, handlesADuplicateEventId handlesAReplay",
        "LEDGER_OF_POSITIONS, handlesADuplicateEventId",
        "LEDGER_OF_RECENT_EVENTS, handlesAReplay",
        "NO_PATIENCE, handlesVersionsOutOfOrder"
    })
    void aWeakInboxFailsTheTestsThatAreAboutIt(Weakness weakness, String tests) {
        weakness.begin(service.getBean(JdbcClient.class));
        assertThat(Kit.failuresOf(OneGroup.class)).isEqualTo(tests == null ? Set.of() : Set.of(tests.split(" ")));
    }

    @Test
    void aReaderThatKnowsNoTomorrowFails() {
        StrictPayload.beStrict(true);
        assertThat(Kit.failuresOf(OneGroup.class)).containsExactly("ignoresUnknownOptionalFields");
    }

    @Test
    void aReaderThatTakesAnythingFails() {
        CATALOGUE.beLax(true);
        assertThat(Kit.failuresOf(OneGroup.class)).containsExactly("rejectsInvalidRequiredFields");
    }

    @Test
    void aServiceThatLeavesAnEventOutOrReadsOneBehindItsOwnersBackFails() {
        try (ConfigurableApplicationContext bigger = start(
                "fulfillment-adapter.more.consumer",
                Map.of(EVENT, JsonNode.class, SECOND_EVENT, JsonNode.class, OTHER_EVENT, JsonNode.class))) {
            running = bigger;
            assertThat(Kit.failuresOf(OneGroup.class, OF_LINES)).containsExactly("everyEventOfEveryGroupHasALine");
            lines = List.of(EVENT, SECOND_EVENT, OTHER_EVENT);
            assertThat(Kit.failuresOf(OneGroup.class, OF_LINES)).containsExactly("theCatalogueKnowsTheConsumers");
        }
    }

    private static ConfigurableApplicationContext start(String group, Map<String, Class<?>> payloads) {
        return LibraryService.consumer(
                List.of(jdbc -> new RecordingHandler(
                        new InboxSubscription(group, "oms.order.events.v1", payloads), EffectTable.in(jdbc))),
                List.of(CATALOGUE));
    }

    /** The lines of the moment, for whatever runs. */
    static class OneGroup extends ConsumerContract {

        @Override
        protected ApplicationContext service() {
            return running;
        }

        @Override
        protected List<ConsumedEvent> events() {
            EffectTable effects = EffectTable.in(running.getBean(JdbcClient.class));
            return lines.stream()
                    .map(type -> consumes(type, () -> ExampleEvents.aboutNewAggregate(type), effects::of))
                    .toList();
        }
    }
}

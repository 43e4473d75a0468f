package io.orderflow.testing.contractkits;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.testing.contractkits.Sabotage.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Every test of the producer kit fails for the producer that it is about, and for no other. */
class ProducerContractFiresIT {

    private static ConfigurableApplicationContext service;
    private static ApplicationContext running;

    @BeforeAll
    static void start() {
        Map<String, Object> settings = new HashMap<>(owners("quote-service"));
        settings.put("spring.kafka.producer.properties.interceptor.classes", Sabotage.class.getName());
        service = LibraryService.publisher(settings);
    }

    @BeforeEach
    void begin() {
        running = service;
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @AfterEach
    void repent() {
        Sabotage.become(Fault.NONE);
    }

    @Test
    void aGoodProducerPasses() {
        assertThat(Kit.failuresOf(OneEvent.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "AGAINST_THE_SCHEMA, validatesAgainstItsSchema",
        "WRONG_VERSION, hasTheCataloguedTypeAndVersion",
        "WRONG_KEY, isKeyedAsTheCatalogueSays",
        "MISSING_HEADER, carriesTheRequiredHeaders",
        "ID_OF_ITS_OWN_FOR_EACH_SENDING, keepsItsIdWhenItIsSentAgain",
        "THIN_PAYLOAD, carriesASufficientSnapshot"
    })
    void aBadProducerFailsTheTestThatIsAboutIt(Fault fault, String test) {
        Sabotage.become(fault);
        assertThat(Kit.failuresOf(OneEvent.class)).containsExactly(test);
    }

    @Test
    void aServiceThatLeavesAnEventOutFails() {
        try (ConfigurableApplicationContext bigger = LibraryService.publisher(owners("quote-service,order-service"))) {
            running = bigger;
            assertThat(Kit.failuresOf(OneEvent.class)).containsExactly("everyEventOfTheServiceHasALine");
        }
    }

    private static Map<String, Object> owners(String names) {
        return Map.of("orderflow.kafka.also-publishes-for", names);
    }

    /** The only event of the quote service, from whatever runs. */
    static class OneEvent extends ProducerContract {

        @Override
        protected ApplicationContext service() {
            return running;
        }

        @Override
        protected List<ProducedEvent> events() {
            return List.of(produces("QuoteAccepted", () -> new ExamplePublisher(running).publish("QuoteAccepted")));
        }
    }
}

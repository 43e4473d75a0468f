package io.orderflow.testing.contractkits;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Every catalogued event, published by the library: an event joins by existing. */
class EveryProducedEventIT extends ProducerContract {

    private final ConfigurableApplicationContext service = LibraryService.publisher(Map.of());
    private final ExamplePublisher publisher = new ExamplePublisher(service);

    @Override
    protected ApplicationContext service() {
        return service;
    }

    @Override
    protected List<ProducedEvent> events() {
        return EventContracts.load().all().stream()
                .map(contract -> contract.definition().eventType())
                .map(type -> produces(type, () -> publisher.publish(type)))
                .toList();
    }

    @AfterAll
    void stop() {
        service.close();
    }
}

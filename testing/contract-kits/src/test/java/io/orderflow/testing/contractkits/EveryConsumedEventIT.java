package io.orderflow.testing.contractkits;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every catalogued event, received by the library, by a group for each topic: an event joins by existing. */
class EveryConsumedEventIT extends ConsumerContract {

    /** Named as a consumer by every event, because it carries every fact to the audit. */
    private static final String EVERYBODYS_READER = "audit-service";

    private final List<EventContract> contracts = EventContracts.load().all().stream()
            .filter(contract -> !contract.consumers().isEmpty())
            .toList();
    private final ConfigurableApplicationContext service = LibraryService.consumer(
            topics().<Function<JdbcClient, InboxHandler>>map(
                            topic -> jdbc -> new RecordingHandler(subscription(topic), EffectTable.in(jdbc)))
                    .toList(),
            List.of());
    private final EffectTable effects = EffectTable.in(service.getBean(JdbcClient.class));

    @Override
    protected ApplicationContext service() {
        return service;
    }

    @Override
    protected List<ConsumedEvent> events() {
        return contracts.stream()
                .map(contract -> consumes(
                        contract.definition().eventType(),
                        () -> ExampleEvents.aboutNewAggregate(
                                contract.definition().eventType()),
                        effects::of))
                .toList();
    }

    private Stream<String> topics() {
        return contracts.stream().map(EventContract::topic).distinct();
    }

    private InboxSubscription subscription(String topic) {
        Map<String, Class<?>> types = contracts.stream()
                .filter(contract -> contract.topic().equals(topic))
                .collect(Collectors.toMap(contract -> contract.definition().eventType(), contract -> JsonNode.class));
        return new InboxSubscription(group(topic), topic, types);
    }

    private static String group(String topic) {
        return EVERYBODYS_READER + "." + topic + ".consumer";
    }

    @AfterAll
    void stop() {
        service.close();
    }
}

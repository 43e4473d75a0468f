package io.orderflow.testing.contractkits;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.kafkaadapters.envelope.EventOrigin;
import io.orderflow.kafkaadapters.outbox.Outbox;
import io.orderflow.kafkaadapters.outbox.OutgoingEvent;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes what the full example of an event says, as its owner would: through the outbox, in a transaction. */
record ExamplePublisher(ApplicationContext service) {

    String publish(String eventType) {
        ObjectNode example = ExampleEvents.aboutNewAggregate(eventType);
        OutgoingEvent event = new OutgoingEvent(
                eventType,
                example.path("tenantId").asText(),
                example.path("aggregateType").asText(),
                example.path("aggregateId").asText(),
                null,
                Instant.parse(example.path("occurredAt").asText()),
                example.path("payload"),
                new EventOrigin(
                        example.path("correlationId").asText(),
                        example.path("causationId").asText(),
                        example.path("traceId").asText(),
                        Map.of("actorType", "SYSTEM")));
        new TransactionTemplate(service.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> service.getBean(Outbox.class).append(event));
        return event.aggregateId();
    }
}

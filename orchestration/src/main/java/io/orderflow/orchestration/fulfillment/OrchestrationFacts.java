package io.orderflow.orchestration.fulfillment;

import io.orderflow.kafkaadapters.envelope.EventOrigin;
import io.orderflow.kafkaadapters.outbox.Outbox;
import io.orderflow.kafkaadapters.outbox.OutgoingEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Puts facts about an order's process into the outbox, in the transaction that moves the process. The process has no table
 * of its own, so the outbox counts its versions. Thread safe.
 */
@Component
public class OrchestrationFacts {

    private static final String AGGREGATE_TYPE = "OrderProcess";

    private final Outbox outbox;
    private final CurrentOrigin origin;
    private final Clock clock;

    OrchestrationFacts(Outbox outbox, CurrentOrigin origin, Clock clock) {
        this.outbox = outbox;
        this.origin = origin;
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** The event is named after its payload's class. */
    public void publish(DelegateExecution execution, Instant occurredAt, Record payload) {
        publish(execution, occurredAt, List.of(payload));
    }

    /** As {@link #publish(DelegateExecution, Instant, Record)}, for several facts of one moment, in this order. */
    public void publish(DelegateExecution execution, Instant occurredAt, List<? extends Record> payloads) {
        EventOrigin cause = origin.of(execution);
        outbox.append(payloads.stream()
                .map(payload -> new OutgoingEvent(
                        payload.getClass().getSimpleName(),
                        execution.getTenantId(),
                        AGGREGATE_TYPE,
                        execution.getProcessBusinessKey(),
                        null,
                        occurredAt,
                        payload,
                        cause))
                .toList());
    }
}

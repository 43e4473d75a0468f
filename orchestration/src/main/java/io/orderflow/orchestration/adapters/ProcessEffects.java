package io.orderflow.orchestration.adapters;

import static org.camunda.bpm.engine.variable.Variables.untypedValue;

import io.orderflow.kafkaadapters.envelope.EventEnvelope;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.messagecorrelation.CorrelationOutcome;
import io.orderflow.messagecorrelation.CorrelationRequest;
import io.orderflow.messagecorrelation.MessageCorrelator;
import io.orderflow.orchestration.fulfillment.CurrentOrigin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Carries out what an adapter's table says, for a whole batch in one engine command. Thread safe. */
@Component
class ProcessEffects {

    private final MessageCorrelator correlator;
    private final CurrentOrigin origin;

    ProcessEffects(MessageCorrelator correlator, CurrentOrigin origin) {
        this.correlator = correlator;
        this.origin = origin;
    }

    /** What each event type of a table is read into. */
    static Map<String, Class<?>> payloads(Map<String, ProcessEffect<?>> effects) {
        return effects.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, effect -> effect.getValue()
                .payload()));
    }

    /** A message for the order's process, with what the process reads of the event right now and does not keep. */
    static CorrelationRequest continueAt(EventEnvelope<?> event, String message, Map<String, Object> variables) {
        return CorrelationRequest.continueAt(event.tenantId(), event.aggregateId(), message, inMemory(variables));
    }

    /** Transient: nothing of it is written unless the model says so. */
    static Map<String, Object> inMemory(Map<String, Object> variables) {
        Map<String, Object> passing = new HashMap<>();
        variables.forEach((name, value) -> passing.put(name, untypedValue(value, true)));
        return passing;
    }

    /** @return one outcome for each event, at the same index */
    List<HandlingOutcome> apply(Map<String, ProcessEffect<?>> effects, List<InboxEvent> events) {
        List<Optional<CorrelationRequest>> wanted = events.stream()
                .map(event -> effectOf(effects, event).requestFor(event))
                .toList();
        List<InboxEvent> concerning = new ArrayList<>();
        List<CorrelationRequest> requests = new ArrayList<>();
        for (int index = 0; index < events.size(); index++) {
            if (wanted.get(index).isPresent()) {
                concerning.add(events.get(index));
                requests.add(wanted.get(index).get());
            }
        }
        var outcomes = correlate(concerning, requests).iterator();
        List<HandlingOutcome> verdicts = new ArrayList<>(events.size());
        for (int index = 0; index < events.size(); index++) {
            verdicts.add(
                    wanted.get(index).isPresent()
                            ? Verdicts.of(
                                    outcomes.next(),
                                    effectOf(effects, events.get(index)).unmatched())
                            : HandlingOutcome.ignored("no process acts on it"));
        }
        return verdicts;
    }

    private List<CorrelationOutcome> correlate(List<InboxEvent> events, List<CorrelationRequest> requests) {
        try {
            return correlator.correlate(
                    requests, index -> origin.bind(events.get(index).origin()));
        } finally {
            origin.release();
        }
    }

    private static ProcessEffect<?> effectOf(Map<String, ProcessEffect<?>> effects, InboxEvent event) {
        ProcessEffect<?> effect = effects.get(event.type());
        if (effect == null) {
            throw new IllegalArgumentException("not subscribed to " + event.type());
        }
        return effect;
    }
}

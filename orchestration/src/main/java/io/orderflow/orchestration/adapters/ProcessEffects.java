package io.orderflow.orchestration.adapters;

import static org.camunda.bpm.engine.variable.Variables.untypedValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Offers events to the process of their order, a whole batch in one engine command. Which element of which version takes an
 * event is written in the model; here is only what models cannot say. Thread safe.
 */
@Component
class ProcessEffects {

    private final MessageCorrelator correlator;
    private final CurrentOrigin origin;
    private final ObjectMapper json;

    ProcessEffects(MessageCorrelator correlator, CurrentOrigin origin, ObjectMapper json) {
        this.correlator = correlator;
        this.origin = origin;
        this.json = json;
    }

    /** @return one outcome for each event, at the same index */
    List<HandlingOutcome> apply(ProcessAdapter adapter, List<InboxEvent> events) {
        List<Optional<CorrelationRequest>> wanted =
                events.stream().map(adapter::requestFor).toList();
        List<InboxEvent> concerning = new ArrayList<>();
        List<CorrelationRequest> requests = new ArrayList<>();
        for (int index = 0; index < events.size(); index++) {
            if (wanted.get(index).isPresent()) {
                concerning.add(events.get(index));
                requests.add(wanted.get(index).get());
            }
        }
        var outcomes = correlate(concerning, requests).iterator();
        return wanted.stream()
                .map(request -> request.isPresent()
                        ? Verdicts.of(outcomes.next())
                        : HandlingOutcome.ignored("no process acts on it"))
                .toList();
    }

    /** As an adapter's table has it; an event that is not in it is offered as it is. */
    Optional<CorrelationRequest> requestFor(Map<String, ProcessEffect<?>> effects, InboxEvent event) {
        @Nullable ProcessEffect<?> effect = effects.get(event.type());
        return effect == null ? Optional.of(request(event, Map.of())) : requestFor(effect, event);
    }

    private <P> Optional<CorrelationRequest> requestFor(ProcessEffect<P> effect, InboxEvent event) {
        P payload = read(event, effect.payload());
        return effect.concerns().test(payload)
                ? Optional.of(request(event, effect.variables().apply(event.envelope(), payload)))
                : Optional.empty();
    }

    private static CorrelationRequest request(InboxEvent event, Map<String, Object> variables) {
        EventEnvelope<?> envelope = event.envelope();
        return CorrelationRequest.event(
                envelope.tenantId(),
                envelope.aggregateId(),
                envelope.eventType(),
                new PayloadFields(event.payload(JsonNode.class)),
                variables);
    }

    private <P> P read(InboxEvent event, Class<P> type) {
        try {
            return json.treeToValue(event.payload(JsonNode.class), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the schema of " + event.type() + " admits what we cannot read", e);
        }
    }

    /** Transient: nothing of it is written unless the model says so. */
    static Map<String, Object> inMemory(Map<String, Object> variables) {
        Map<String, Object> passing = new HashMap<>();
        variables.forEach((name, value) -> passing.put(name, untypedValue(value, true)));
        return passing;
    }

    private List<CorrelationOutcome> correlate(List<InboxEvent> events, List<CorrelationRequest> requests) {
        try {
            return correlator.correlate(
                    requests, index -> origin.bind(events.get(index).origin()));
        } finally {
            origin.release();
        }
    }
}

package io.orderflow.orchestration.adapters;

import static java.util.stream.Collectors.toMap;

import io.orderflow.kafkaadapters.inbox.AwaitedEvent;
import io.orderflow.kafkaadapters.inbox.AwaitedEvents;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.messagecorrelation.CorrelationOutcome;
import io.orderflow.messagecorrelation.CorrelationRequest;
import io.orderflow.messagecorrelation.EarlyMessages;
import io.orderflow.messagecorrelation.InstanceKey;
import io.orderflow.orchestration.fulfillment.CurrentOrigin;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Events that came before their process waited for them: parked in the inbox, woken by the process. */
@Component
class EarlyEvents implements EarlyMessages {

    private static final Logger LOG = LoggerFactory.getLogger(EarlyEvents.class);

    private final AwaitedEvents awaited;
    private final Map<String, ProcessAdapter> adapters;
    private final CurrentOrigin origin;

    EarlyEvents(AwaitedEvents awaited, List<ProcessAdapter> adapters, CurrentOrigin origin) {
        this.awaited = awaited;
        this.adapters = adapters.stream()
                .collect(toMap(adapter -> adapter.subscription().consumerGroup(), Function.identity()));
        this.origin = origin;
    }

    @Override
    public List<EarlyMessage> of(Collection<InstanceKey> keys) {
        List<String> aggregates = keys.stream()
                .map(key -> key.tenantId() + "/" + key.businessKey())
                .toList();
        return awaited.of(aggregates).stream()
                .map(this::message)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void settle(Map<EarlyMessage, CorrelationOutcome> taken) {
        awaited.settle(taken.entrySet().stream()
                .collect(toMap(
                        message -> ((EarlyEvent) message.getKey()).event(),
                        message -> HandlingOutcome.applied(
                                message.getValue().describe() + ", which had begun to wait for it"))));
    }

    @Override
    public void failed(EarlyMessage message, RuntimeException failure) {
        AwaitedEvent event = ((EarlyEvent) message).event();
        LOG.warn(
                "{} {} was awaited by its process and broke it; it is tried alone next",
                event.event().type(),
                event.event().envelope().eventId(),
                failure);
        awaited.putAside(event);
    }

    private Optional<EarlyMessage> message(AwaitedEvent event) {
        ProcessAdapter adapter = adapters.get(event.consumerGroup());
        return adapter == null
                ? Optional.empty()
                : adapter.requestFor(event.event()).map(request -> new EarlyEvent(event, request, origin));
    }

    private record EarlyEvent(AwaitedEvent event, CorrelationRequest request, CurrentOrigin origin)
            implements EarlyMessage {
        @Override
        public CorrelationOutcome carryOut(Supplier<CorrelationOutcome> delivery) {
            return origin.during(event.event().origin(), delivery);
        }
    }
}

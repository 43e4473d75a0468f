package io.orderflow.orchestration.fulfillment;

import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import io.orderflow.kafkaadapters.envelope.EventOrigin;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Why the process is moving right now. While an event is applied it is the cause of everything the process does on that
 * thread; a step that no event has caused (a job, a person in a web application) still belongs to the order's business
 * request, and names the person.
 */
@Component
public class CurrentOrigin {

    private final ThreadLocal<@Nullable EventOrigin> bound = new ThreadLocal<>();

    /** From now on this thread works on behalf of {@code origin}. Pair it with {@link #release()}. */
    public void bind(EventOrigin origin) {
        bound.set(origin);
    }

    /** This thread works on behalf of nobody any more. */
    public void release() {
        bound.remove();
    }

    /** Does {@code work} on behalf of {@code origin}, and goes on as before. */
    public <T> T during(EventOrigin origin, Supplier<T> work) {
        @Nullable EventOrigin before = bound.get();
        bound.set(origin);
        try {
            return work.get();
        } finally {
            if (before == null) {
                bound.remove();
            } else {
                bound.set(before);
            }
        }
    }

    EventOrigin of(DelegateExecution execution) {
        @Nullable EventOrigin current = bound.get();
        if (current != null) {
            return current;
        }
        String request = (String) execution.getVariable(Variables.CORRELATION_ID);
        return new EventOrigin(request, null, null, actor(execution));
    }

    private static Map<String, String> actor(DelegateExecution execution) {
        @Nullable
        Authentication person =
                execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        return person == null || person.getUserId() == null
                ? Map.of("actorType", "SYSTEM")
                : Map.of("actorType", "USER", "actorId", person.getUserId());
    }
}

package io.orderflow.messagecorrelation;

import io.orderflow.messagecorrelation.binding.EventContent;
import java.util.Map;

/**
 * One message for one process instance.
 *
 * @param tenantId tenant of the instance
 * @param businessKey key of the instance, unique within the tenant
 * @param target what the message does
 * @param variables set on the started or waiting instance; values may be the engine's typed values, e.g. transient ones
 */
public record CorrelationRequest(
        String tenantId, String businessKey, CorrelationTarget target, Map<String, Object> variables) {

    public CorrelationRequest {
        variables = Map.copyOf(variables);
    }

    /** A message that starts an instance of the process. */
    public static CorrelationRequest start(
            String tenantId, String businessKey, String processKey, String message, Map<String, Object> variables) {
        return new CorrelationRequest(
                tenantId, businessKey, new CorrelationTarget.StartProcess(processKey, message), variables);
    }

    /** A message that an instance waits for. */
    public static CorrelationRequest continueAt(String tenantId, String businessKey, String message) {
        return continueAt(tenantId, businessKey, message, Map.of());
    }

    /** A message that an instance waits for, and what it brings along. */
    public static CorrelationRequest continueAt(
            String tenantId, String businessKey, String message, Map<String, Object> variables) {
        return new CorrelationRequest(tenantId, businessKey, new CorrelationTarget.WaitingInstance(message), variables);
    }

    /**
     * An event for whatever process is bound to it.
     *
     * @param variables what the process gets beyond what its model asks for
     */
    public static CorrelationRequest event(
            String tenantId,
            String businessKey,
            String eventType,
            EventContent content,
            Map<String, Object> variables) {
        return new CorrelationRequest(
                tenantId, businessKey, new CorrelationTarget.BoundEvent(eventType, content), variables);
    }
}

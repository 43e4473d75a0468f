package io.orderflow.cli.model.diff;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who stands where in one version of a model. Nobody stands on an event at a border, on a sub-process or on a process:
 * there it is those who are within, because for them it is in force.
 *
 * @param model the version that they run under
 * @param byActivity how many stand on each activity
 */
public record Standing(Model model, Map<String, Long> byActivity) {

    private static final Trait HOST = Attributes.trait("attachedToRef");
    private static final Trait EVENT_SUB_PROCESS = Attributes.trait("triggeredByEvent");

    /** For how many a change of this element matters; 0 if their version does not know it. */
    public long on(String elementId) {
        Element element = model.elements().get(elementId);
        if (element == null) {
            return 0;
        }
        String host = element.traits().get(HOST);
        if (host != null) {
            return on(host);
        }
        Element around = model.elements().get(element.scope());
        if (around != null
                && element.kind().endsWith("start event")
                && around.traits().containsKey(EVENT_SUB_PROCESS)) {
            return on(around.scope());
        }
        return byActivity.entrySet().stream()
                .filter(entry -> isWithin(entry.getKey(), elementId))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private boolean isWithin(String activity, String elementId) {
        @Nullable Element element = model.elements().get(activity);
        return element != null && (element.id().equals(elementId) || isWithin(element.scope(), elementId));
    }
}

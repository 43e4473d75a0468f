package io.orderflow.bpmn.lint;

import io.orderflow.bpmn.lint.KnownEvents.KnownEvent;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be wrong with the list of variables that an event brings. */
final class EventVariables {

    private static final Pattern VARIABLE = Pattern.compile("([A-Za-z_]\\w*)(?:\\s*=\\s*(\\w+(?:\\.\\w+)*))?");

    private EventVariables() {}

    static void check(Wait wait, String type, KnownEvent event, Findings findings) {
        String list = wait.properties().get("eventVariables");
        if (list == null) {
            return;
        }
        Set<String> names = new HashSet<>();
        for (String entry : list.split(",", -1)) {
            Matcher parts = VARIABLE.matcher(entry.strip());
            if (!parts.matches()) {
                findings.report(
                        wait.node(),
                        "eventVariables has \"%s\", which is neither name nor name=field".formatted(entry.strip()));
                continue;
            }
            String name = parts.group(1);
            String path = parts.group(2) == null ? name : parts.group(2);
            if (!names.add(name)) {
                findings.report(wait.node(), "eventVariables names \"%s\" twice".formatted(name));
            } else if (!event.has(path)) {
                findings.report(
                        wait.node(),
                        "event %s has no field \"%s\" for variable \"%s\"; it has %s"
                                .formatted(type, path, name, event.listed()));
            }
        }
    }
}

package io.orderflow.bpmn.lint;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What can be wrong with the properties that say what becomes of an event. */
final class EventPolicies {

    private static final List<String> KNOWN =
            List.of("eventKey", "eventType", "eventUnmatched", "eventVariables", "eventWaitLimit");
    private static final List<String> OF_WAITS = List.of("eventKey", "eventUnmatched", "eventWaitLimit");
    private static final String PARK = "park";
    private static final List<String> UNMATCHED = List.of(PARK, "ignore", "dead-letter");
    private static final Pattern DURATION = Pattern.compile("P(?=.*[1-9])(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+S)?)?");

    private EventPolicies() {}

    static void check(Wait wait, Findings findings) {
        Map<String, String> properties = wait.properties();
        properties.keySet().stream()
                .filter(name -> name.startsWith("event") && !KNOWN.contains(name))
                .forEach(name -> findings.report(
                        wait.node(),
                        "\"%s\" is no extension property of an event; there are %s"
                                .formatted(name, String.join(", ", KNOWN))));
        if (wait.startsProcess()) {
            OF_WAITS.stream()
                    .filter(properties::containsKey)
                    .forEach(name -> findings.report(
                            wait.node(), "starts a process, so nothing waits: remove %s".formatted(name)));
            return;
        }
        checkUnmatched(wait, properties.getOrDefault("eventUnmatched", PARK), findings);
    }

    private static void checkUnmatched(Wait wait, String unmatched, Findings findings) {
        if (!UNMATCHED.contains(unmatched)) {
            findings.report(
                    wait.node(),
                    "eventUnmatched is \"%s\", which is none of %s".formatted(unmatched, String.join(", ", UNMATCHED)));
        }
        String limit = wait.properties().get("eventWaitLimit");
        if (limit == null) {
            return;
        }
        if (!DURATION.matcher(limit).matches()) {
            findings.report(
                    wait.node(),
                    "eventWaitLimit is \"%s\", which is no ISO-8601 duration such as PT2H".formatted(limit));
        }
        if (!unmatched.equals(PARK)) {
            findings.report(
                    wait.node(),
                    "eventWaitLimit is set, but eventUnmatched is \"%s\": only a parked event waits"
                            .formatted(unmatched));
        }
    }
}

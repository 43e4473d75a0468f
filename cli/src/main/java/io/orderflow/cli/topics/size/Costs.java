package io.orderflow.cli.topics.size;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an event costs each consumer group, and how that is known. */
record Costs(Map<String, Cost> byGroup) {

    /** @param source {@code given} or {@code measured} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cost(double msPerEvent, String source, @Nullable Double events, @Nullable Double eventsPerPoll) {}

    /**
     * @param given by group, what the caller says; the empty name stands for all others
     * @param measured by group, what the running stack says
     */
    static Costs of(Collection<String> groups, Map<String, Double> given, Map<String, Measured> measured) {
        Map<String, Cost> costs = new TreeMap<>();
        for (String group : groups) {
            Double said = given.getOrDefault(group, given.get(""));
            Measured seen = measured.get(group);
            if (said != null) {
                costs.put(group, new Cost(said, "given", null, null));
            } else if (seen != null) {
                costs.put(group, new Cost(seen.msPerEvent(), "measured", seen.events(), seen.eventsPerPoll()));
            }
        }
        return new Costs(costs);
    }

    Map<String, Double> msPerEvent() {
        Map<String, Double> ms = new LinkedHashMap<>();
        byGroup.forEach((group, cost) -> ms.put(group, cost.msPerEvent()));
        return ms;
    }
}

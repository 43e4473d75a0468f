package io.orderflow.orchestration.tasklist;

import io.orderflow.bpmn.OrderFulfillmentProcess;
import io.orderflow.bpmn.OrderFulfillmentProcess.Elements;
import io.orderflow.bpmn.OrderFulfillmentProcess.Groups;
import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.stereotype.Component;

/** "Line fallout" in Tasklist: every failed line that waits for a decision, with what is known about it. */
@Component
class LineFalloutFilter {

    static final String NAME = "Line fallout";

    private final FilterService filters;
    private final TaskService tasks;

    LineFalloutFilter(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    /** @return the new filter's id; empty if there is one of this name */
    Optional<String> createIfMissing() {
        if (filters.createTaskFilterQuery().filterName(NAME).count() > 0) {
            return Optional.empty();
        }
        Filter filter = filters.newTaskFilter(NAME)
                .setQuery(tasks.createTaskQuery()
                        .processDefinitionKey(OrderFulfillmentProcess.KEY)
                        .taskDefinitionKey(Elements.RESOLVE_LINE_FALLOUT)
                        .taskCandidateGroup(Groups.ORDER_OPERATIONS)
                        .includeAssignedTasks())
                .setProperties(Map.of(
                        "description",
                        "Lines that a provider has given up: try again, waive or cancel the order",
                        "priority",
                        1,
                        "color",
                        "#a33f00",
                        "refresh",
                        true,
                        "showUndefinedVariable",
                        false,
                        "variables",
                        List.of(
                                column(Variables.ORDER_LINE_ID, "Line"),
                                column(Variables.OFFER_ID, "Offer"),
                                column(Variables.ERROR_CODE, "Error"),
                                column(Variables.ATTEMPT, "Attempt"))));
        filters.saveFilter(filter);
        return Optional.of(filter.getId());
    }

    private static Map<String, String> column(String variable, String label) {
        return Map.of("name", variable, "label", label);
    }
}

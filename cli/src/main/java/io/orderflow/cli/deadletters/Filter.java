package io.orderflow.cli.deadletters;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which dead letters are meant. */
final class Filter {

    @Option(names = "--group", paramLabel = "GROUP", description = "The consumer group that could not apply them.")
    @Nullable
    String group;

    @Option(names = "--code", paramLabel = "CODE", description = "The reason, for example schema_invalid.")
    @Nullable
    String code;

    @Option(
            names = "--failure-class",
            paramLabel = "CLASS",
            description = "CONTRACT_VIOLATION, DEPENDENCY_OUTAGE, UNKNOWN_EVENT_VERSION or TENANT_VIOLATION.")
    @Nullable
    String failureClass;

    @Option(names = "--event-type", paramLabel = "TYPE")
    @Nullable
    String eventType;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "The source topic.")
    @Nullable
    String topic;

    @Option(names = "--tenant", paramLabel = "TENANT")
    @Nullable
    String tenant;

    @Option(names = "--aggregate", paramLabel = "ID", description = "What the event is about, for example an order id.")
    @Nullable
    String aggregateId;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Failed then or later, for example 2026-11-23T08:00:00Z.")
    @Nullable
    String failedFrom;

    @Option(names = "--until", paramLabel = "TIME", description = "Failed earlier.")
    @Nullable
    String failedBefore;

    /** As a query string without its question mark. */
    String query() {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("group", group);
        parameters.put("code", code);
        parameters.put("failureClass", failureClass);
        parameters.put("eventType", eventType);
        parameters.put("topic", topic);
        parameters.put("tenant", tenant);
        parameters.put("aggregateId", aggregateId);
        parameters.put("failedFrom", failedFrom);
        parameters.put("failedBefore", failedBefore);
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getValue() != null)
                .map(parameter -> parameter.getKey() + "="
                        + URLEncoder.encode(String.valueOf(parameter.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}

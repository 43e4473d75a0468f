package io.orderflow.cli.topics.size;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The peak, and what an event costs where nobody measures it. */
final class SizeOptions {

    @Option(
            names = "--quotes-per-second",
            paramLabel = "N",
            required = true,
            description = "Accepted quotes at the peak; each becomes an order.")
    private double quotes;

    @Option(
            names = "--lines-per-order",
            paramLabel = "N",
            defaultValue = "3",
            description = "Mean number of lines; default ${DEFAULT-VALUE}.")
    private double lines;

    @Option(
            names = "--retry-percent",
            paramLabel = "N",
            defaultValue = "1",
            description = "Events that are tried once more; default ${DEFAULT-VALUE}.")
    private double retries;

    @Option(
            names = "--largest-key-percent",
            paramLabel = "N",
            defaultValue = "5",
            description = "Events of a topic that belong to its largest order or quote; default ${DEFAULT-VALUE}.")
    private double largestKey;

    @Option(
            names = "--headroom",
            paramLabel = "N",
            defaultValue = "2",
            description = "Partitions for each required consumer, for growth and for catching up after an outage;"
                    + " default ${DEFAULT-VALUE}.")
    private double headroom;

    @Option(
            names = "--rate",
            paramLabel = "TOPIC=EVENTS",
            description = "Events per second of a topic, where that is known better than from its load.")
    private Map<String, Double> rates = new LinkedHashMap<>();

    @Option(
            names = "--ms-per-event",
            paramLabel = "[GROUP=]MS",
            description = "Instead of what the running stack has measured: for all groups, or for one.")
    private List<String> costs = new ArrayList<>();

    @Option(
            names = "--measure-for",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "Measures for so long, best under load; default: takes what the services have measured since"
                    + " they started.")
    private int seconds;

    Duration measureFor() {
        return Duration.ofSeconds(seconds);
    }

    Peak peak(CommandSpec command) {
        require(command, quotes > 0, "--quotes-per-second must be more than 0");
        require(command, lines >= 0, "--lines-per-order must not be negative");
        require(command, retries >= 0, "--retry-percent must not be negative");
        require(command, largestKey >= 0 && largestKey <= 100, "--largest-key-percent must be between 0 and 100");
        require(command, seconds >= 0, "--measure-for must not be negative");
        require(command, headroom >= 1, "--headroom must be at least 1");
        require(command, rates.values().stream().allMatch(rate -> rate >= 0), "--rate must not be negative");
        return new Peak(quotes, lines, retries, largestKey, headroom, Map.copyOf(rates));
    }

    /** By group; the empty name stands for all groups that are not named. */
    Map<String, Double> costs(CommandSpec command) {
        Map<String, Double> byGroup = new LinkedHashMap<>();
        for (String cost : costs) {
            int equals = cost.indexOf('=');
            try {
                double ms = Double.parseDouble(cost.substring(equals + 1));
                require(command, ms > 0, "--ms-per-event must be more than 0: " + cost);
                byGroup.put(equals < 0 ? "" : cost.substring(0, equals), ms);
            } catch (NumberFormatException e) {
                require(command, false, "--ms-per-event is a number, or GROUP=number: " + cost);
            }
        }
        return byGroup;
    }

    private static void require(CommandSpec command, boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(command.commandLine(), message);
        }
    }
}

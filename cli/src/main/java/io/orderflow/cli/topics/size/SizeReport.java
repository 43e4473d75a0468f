package io.orderflow.cli.topics.size;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.cli.topics.size.GroupSize.Verdict;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The answer, with what it was reckoned from. */
record SizeReport(
        String environment,
        Peak peak,
        Map<String, String> formula,
        Map<String, Costs.Cost> costs,
        List<TopicSize> topics) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROW = "%-31s %9s  %-47s %8s %5s %5s %8s %8s %8s  %s%n";

    static final Map<String, String> FORMULA = Map.of(
            "eventsPerSecond", "quotes/s x (facts per order + facts per line x lines) + retries",
            "requiredConsumers", "events/s x ms per event / 1000, rounded up",
            "requiredPartitions", "required consumers x headroom, rounded up",
            "largestKeyLoad", "events/s of the largest key x ms per event / 1000: one consumer does it alone");

    /** 0 what is known fits, 3 something does not. */
    int exitCode() {
        return groups().anyMatch(group -> group.verdict().isBad()) ? 3 : 0;
    }

    void printJson(PrintWriter out) {
        try {
            out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        out.flush();
    }

    void print(PrintWriter out) {
        out.println(
                "Peak: %s accepted quotes/s, %s lines each, %s %% of the events tried once more; the largest key has %s %%"
                                .formatted(
                                        number(peak.quotesPerSecond()),
                                        number(peak.linesPerOrder()),
                                        number(peak.retryPercent()),
                                        number(peak.largestKeyPercent()))
                        + " of a topic's events");
        out.println("  events/s    = " + FORMULA.get("eventsPerSecond"));
        out.println("  consumers   = " + FORMULA.get("requiredConsumers"));
        out.println("  partitions >= consumers x headroom (" + number(peak.headroom()) + "), rounded up");
        out.println("  largest key = " + FORMULA.get("largestKeyLoad"));
        out.println();
        table(out);
        out.println();
        out.println("All topics together: " + total());
        light(out);
        out.println(summary());
        out.flush();
    }

    private void table(PrintWriter out) {
        out.printf(
                ROW,
                "TOPIC",
                "EVENTS/S",
                "CONSUMER GROUP",
                "MS/EVENT",
                "CONS.",
                "PART.",
                "DECLARED",
                "LARGEST",
                "BUSIEST",
                "VERDICT");
        out.printf(ROW, "", "", "", "", "", "", "", "KEY", "CONSUMER", "");
        for (TopicSize topic : topics) {
            String name = topic.topic();
            String rate = number(topic.eventsPerSecond() + topic.retriesPerSecond());
            for (GroupSize group : topic.groups()) {
                out.printf(
                        ROW,
                        name,
                        rate,
                        group.group(),
                        number(group.msPerEvent()),
                        number(group.requiredConsumers()),
                        number(group.requiredPartitions()),
                        topic.declaredPartitions(),
                        percent(group.largestKeyLoad()),
                        percent(group.busiestConsumerLoad()),
                        group.verdict().words());
                name = "";
                rate = "";
            }
        }
    }

    private String total() {
        double first = topics.stream().mapToDouble(TopicSize::eventsPerSecond).sum();
        double retries =
                topics.stream().mapToDouble(TopicSize::retriesPerSecond).sum();
        return "%s events/s = %s + %s of them tried once more"
                .formatted(number(first + retries), number(first), number(retries));
    }

    private void light(PrintWriter out) {
        costs.forEach((group, cost) -> {
            Double perPoll = cost.eventsPerPoll();
            if (perPoll != null && Measured.isLight(perPoll)) {
                out.println(
                        "%s was measured at %s events a poll: under load a transaction carries more and an event costs less"
                                .formatted(group, number(perPoll)));
            }
        });
    }

    private String summary() {
        long unknown = groups().filter(group -> group.verdict() == Verdict.NOT_MEASURED)
                .count();
        String measured = unknown == 0
                ? ""
                : "%n%d of the groups not measured. Next: --ms-per-event GROUP=MS, or run them under load first"
                        .formatted(unknown);
        if (exitCode() == 0) {
            return "The declared partitions (" + environment + ") fit." + measured;
        }
        return "Not everything fits the declared partitions (" + environment
                + "). A key that is too hot needs a finer key"
                + " or a faster handler.%nNext: raise `partitions` in contracts/topics.yaml, then ./orderflow topics plan"
                        .formatted()
                + measured;
    }

    private Stream<GroupSize> groups() {
        return topics.stream().flatMap(topic -> topic.groups().stream());
    }

    private static String percent(@Nullable Double load) {
        return load == null ? "-" : number(load * 100) + " %";
    }

    private static String number(@Nullable Number number) {
        if (number == null) {
            return "-";
        }
        double value = number.doubleValue();
        String text = String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }
}

package io.orderflow.cli.topics.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.cli.topics.plan.PlanRow.Kind;
import io.orderflow.kafkaadapters.topics.TopicPlan;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan, or what became of it.
 *
 * @param topics how many are declared
 * @param applied whether the changes were made
 */
record PlanReport(
        String environment,
        String bootstrapServers,
        int topics,
        boolean inSync,
        boolean refused,
        boolean applied,
        List<PlanRow> changes) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static PlanReport of(BrokerOptions broker, TopicPlan plan, boolean applied) {
        return new PlanReport(
                broker.environment(),
                broker.bootstrapServers(),
                broker.declared().size(),
                plan.isInSync() || applied,
                !plan.refusals().isEmpty(),
                applied,
                plan.changes().stream().map(PlanRow::of).toList());
    }

    /** 0 as declared, 3 something to apply, 1 refused. */
    int exitCode() {
        return refused ? 1 : inSync ? 0 : 3;
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
        out.printf("contracts/topics.yaml (%s, %d topics) against %s%n%n", environment, topics, bootstrapServers);
        if (!changes.isEmpty()) {
            table(out);
            notes(out);
        }
        out.println(summary());
        out.flush();
    }

    private void table(PrintWriter out) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(" ", "TOPIC", "DIFFERS IN", "BROKER", "DECLARED"));
        changes.forEach(row -> rows.add(List.of(
                String.valueOf(row.mark()),
                row.topic(),
                row.property(),
                row.readable(row.broker()),
                row.readable(row.declared()))));
        int[] widths = new int[5];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            out.println(line.toString().stripTrailing().replaceFirst("^(.)  ", "$1 "));
        }
        out.println();
    }

    /** Each once, however many topics it is about. */
    private void notes(PrintWriter out) {
        Map<String, List<PlanRow>> byText = new LinkedHashMap<>();
        changes.stream().filter(row -> row.note() != null).forEach(row -> byText.computeIfAbsent(
                        row.property() + row.note() + row.next(), text -> new ArrayList<>())
                .add(row));
        byText.values().forEach(rows -> {
            PlanRow row = rows.get(0);
            String more = rows.size() == 1 ? "" : " and " + (rows.size() - 1) + " more";
            out.printf("%c %s%s, %s: %s%n", row.mark(), row.topic(), more, row.property(), row.note());
            if (row.next() != null) {
                out.println("  Next: " + row.next());
            }
        });
        if (!byText.isEmpty()) {
            out.println();
        }
    }

    private String summary() {
        String counts = "%d to create, %d to change, %d refused, %d only shown"
                .formatted(count(Kind.CREATE), count(Kind.CHANGE), count(Kind.REFUSED), count(Kind.SHOWN));
        if (applied) {
            return "Applied: %d created, %d changed.".formatted(count(Kind.CREATE), count(Kind.CHANGE));
        }
        if (refused) {
            return counts + ". Nothing is applied while something is refused.";
        }
        return inSync ? "The broker is as declared (" + counts + ")." : counts + ". Nothing was changed.";
    }

    private long count(Kind kind) {
        return changes.stream().filter(row -> row.kind() == kind).count();
    }
}

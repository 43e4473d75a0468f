package io.orderflow.testing.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects the figures of a benchmark. Not thread safe. */
public final class Report {

    private final String title;
    private final Map<String, String> setting = new LinkedHashMap<>();
    private final Map<String, List<Double>> runs = new LinkedHashMap<>();
    private final Map<String, String> units = new LinkedHashMap<>();
    private final List<Goal> goals = new ArrayList<>();

    public Report(String title) {
        this.title = title;
    }

    /** Something the figures depend on. */
    public void setting(String name, Object value) {
        setting.put(name, value.toString());
    }

    /** The value of one more run. */
    public void add(String what, String unit, double value) {
        runs.computeIfAbsent(what, name -> new ArrayList<>()).add(value);
        units.put(what, unit);
    }

    public void goal(Goal goal) {
        goals.add(goal);
    }

    /** @throws IllegalArgumentException if nothing was added under that name */
    public Figure figure(String what) {
        return new Figure(what, units.getOrDefault(what, ""), runs.getOrDefault(what, List.of()));
    }

    public List<Figure> figures() {
        return runs.keySet().stream().map(this::figure).toList();
    }

    public List<Goal> goals() {
        return List.copyOf(goals);
    }

    public String asTable() {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        out.println(title);
        setting.forEach((name, value) -> out.println("  " + name + ": " + value));
        out.println();
        out.println(String.format(
                Locale.ROOT, "  %-48s %12s %12s %12s  %-12s %s", "", "median", "least", "most", "unit", "runs"));
        for (Figure figure : figures()) {
            out.println(String.format(
                    Locale.ROOT,
                    "  %-48s %12s %12s %12s  %-12s %d",
                    figure.what(),
                    number(figure.median()),
                    number(figure.least()),
                    number(figure.most()),
                    figure.unit(),
                    figure.runs().size()));
        }
        out.println();
        for (Goal goal : goals) {
            out.println(String.format(
                    Locale.ROOT,
                    "  %-48s %12s, must be %s %s: %s",
                    goal.what(),
                    number(goal.value()),
                    goal.atLeast() ? "at least" : "at most",
                    number(goal.limit()),
                    goal.isReached() ? "reached" : "NOT REACHED"));
        }
        return text.toString();
    }

    public String asJson() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("title", title);
        all.put("setting", setting);
        all.put("figures", figures());
        all.put("goals", goals);
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(all);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String number(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 1 ? "%,.2f" : "%,.4f", value);
    }
}

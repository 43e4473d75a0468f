package io.orderflow.testing.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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

    public String title() {
        return title;
    }

    public Map<String, String> settings() {
        return Collections.unmodifiableMap(setting);
    }

    public List<Goal> goals() {
        return List.copyOf(goals);
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
}

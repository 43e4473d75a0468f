package io.orderflow.cli.text;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Rows under a heading, each column as wide as its longest cell; the last one wraps. */
public final class Table {

    private static final int WIDTH = 160;
    private static final int LEAST = 30;
    private static final String GAP = "  ";

    private final List<String> heading;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... heading) {
        this.heading = List.of(heading);
    }

    public Table row(String... cells) {
        if (cells.length != heading.size()) {
            throw new IllegalArgumentException("a row of " + cells.length + " below a heading of " + heading.size());
        }
        rows.add(List.of(cells));
        return this;
    }

    /** A line of its own above the rows that follow. */
    public Table section(String title) {
        rows.add(List.of(title));
        return this;
    }

    public void print(PrintWriter out, String indent) {
        int last = heading.size() - 1;
        int[] widths = IntStream.range(0, heading.size()).map(this::width).toArray();
        int before = indent.length()
                + IntStream.range(0, last)
                        .map(column -> widths[column] + GAP.length())
                        .sum();
        int room = Math.max(LEAST, WIDTH - before);
        line(out, indent, heading, widths, Style::faint);
        for (List<String> row : rows) {
            if (isSection(row)) {
                out.println(indent + row.get(0));
                continue;
            }
            List<String> wrapped = wrap(row.get(last), room);
            List<String> first = new ArrayList<>(row.subList(0, last));
            first.add(wrapped.get(0));
            line(out, indent, first, widths, UnaryOperator.identity());
            wrapped.subList(1, wrapped.size()).forEach(rest -> out.println(" ".repeat(before) + rest));
        }
    }

    private boolean isSection(List<String> row) {
        return row.size() < heading.size();
    }

    private int width(int column) {
        return Math.max(
                heading.get(column).length(),
                rows.stream()
                        .filter(row -> !isSection(row))
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0));
    }

    private static void line(
            PrintWriter out, String indent, List<String> cells, int[] widths, UnaryOperator<String> style) {
        StringBuilder line = new StringBuilder(indent);
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            line.append(cell);
            if (column < cells.size() - 1) {
                line.append(" ".repeat(widths[column] - cell.length())).append(GAP);
            }
        }
        out.println(style.apply(line.toString().stripTrailing()));
    }

    public static List<String> wrap(String text, int room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}

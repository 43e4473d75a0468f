package io.orderflow.cli.demo;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A frame around lines, as wide as the longest. */
final class Box {

    private final String title;
    private final List<String> lines = new ArrayList<>();

    Box(String title) {
        this.title = title;
    }

    Box line(String format, Object... arguments) {
        lines.add(format.formatted(arguments));
        return this;
    }

    void print(PrintWriter out) {
        int width = Math.max(
                title.length() + 2,
                lines.stream().mapToInt(String::length).max().orElse(0));
        out.println("┌─ " + title + " " + "─".repeat(width - title.length() - 1) + "┐");
        lines.forEach(line -> out.println("│ " + line + " ".repeat(width - line.length()) + " │"));
        out.println("└" + "─".repeat(width + 2) + "┘");
        out.flush();
    }
}

package io.orderflow.deploy.local;

import io.orderflow.deploy.local.state.StackState.Step;
import io.orderflow.deploy.local.state.StackState.StepStatus;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Numbered steps with seconds: redrawn in place on a terminal, else a line when a step ends and one now and then. */
final class StepView {

    private static final int PLAIN_PAUSE_SECONDS = 10;

    private final PrintWriter out;
    private final boolean terminal;
    private final Set<String> printed = new HashSet<>();
    private int drawnLines;
    private long lastPlainLine = System.nanoTime();

    StepView(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void show(List<Step> steps) {
        if (terminal) {
            redraw(steps);
        } else {
            printNews(steps);
        }
        out.flush();
    }

    private void redraw(List<Step> steps) {
        if (drawnLines > 0) {
            out.print("\033[" + drawnLines + "A");
        }
        for (int i = 0; i < steps.size(); i++) {
            out.print("\033[2K" + line(i, steps) + "\n");
        }
        drawnLines = steps.size();
    }

    private void printNews(List<Step> steps) {
        boolean quiet = System.nanoTime() - lastPlainLine > PLAIN_PAUSE_SECONDS * 1_000_000_000L;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            boolean ended = step.state() == StepStatus.DONE || step.state() == StepStatus.FAILED;
            if ((ended && printed.add(step.name())) || (quiet && step.state() == StepStatus.RUNNING)) {
                out.println(line(i, steps));
                lastPlainLine = System.nanoTime();
            }
        }
    }

    private static String line(int index, List<Step> steps) {
        Step step = steps.get(index);
        String number = "%d/%d".formatted(index + 1, steps.size());
        return switch (step.state()) {
            case PENDING -> " %s  %-17s".formatted(number, step.name());
            case RUNNING ->
                " %s  %-17s %6s  waiting for %s".formatted(number, step.name(), seconds(step), step.detail());
            case DONE -> " %s  %-17s %6s  ok %s".formatted(number, step.name(), seconds(step), step.detail());
            case FAILED -> " %s  %-17s %6s  failed".formatted(number, step.name(), seconds(step));
        };
    }

    private static String seconds(Step step) {
        return String.format(Locale.ROOT, "%.1f s", step.seconds());
    }
}

package io.orderflow.orderservice.projection;

import java.util.Collection;

/** How many lines of an order are in which state. */
public record LineCounts(
        int pending, int released, int requested, int completed, int failed, int waived, int cancelled) {

    public static final LineCounts NONE = new LineCounts(0, 0, 0, 0, 0, 0, 0);

    public static LineCounts pending(int lines) {
        return new LineCounts(lines, 0, 0, 0, 0, 0, 0);
    }

    public static LineCounts of(Collection<LineState> lines) {
        LineCounts counts = NONE;
        for (LineState line : lines) {
            counts = counts.plus(line, 1);
        }
        return counts;
    }

    public int total() {
        return pending + released + requested + completed + failed + waived + cancelled;
    }

    public int in(LineState state) {
        return switch (state) {
            case PENDING -> pending;
            case RELEASED -> released;
            case REQUESTED -> requested;
            case COMPLETED -> completed;
            case FAILED -> failed;
            case WAIVED -> waived;
            case CANCELLED -> cancelled;
        };
    }

    /** One line goes from one state to the other; none does if there is none to go. */
    public LineCounts move(LineState from, LineState to) {
        return in(from) == 0 ? this : plus(from, -1).plus(to, 1);
    }

    private LineCounts plus(LineState state, int more) {
        return switch (state) {
            case PENDING -> new LineCounts(pending + more, released, requested, completed, failed, waived, cancelled);
            case RELEASED -> new LineCounts(pending, released + more, requested, completed, failed, waived, cancelled);
            case REQUESTED -> new LineCounts(pending, released, requested + more, completed, failed, waived, cancelled);
            case COMPLETED -> new LineCounts(pending, released, requested, completed + more, failed, waived, cancelled);
            case FAILED -> new LineCounts(pending, released, requested, completed, failed + more, waived, cancelled);
            case WAIVED -> new LineCounts(pending, released, requested, completed, failed, waived + more, cancelled);
            case CANCELLED -> new LineCounts(pending, released, requested, completed, failed, waived, cancelled + more);
        };
    }
}

package io.orderflow.orderservice.projection;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a fact does to a row. Depends on the row and the fact alone: no clock, no other row. */
@FunctionalInterface
public interface Change {

    /** A fact that the read model shows nothing of but its version. */
    Change NOTHING = (key, before) -> before;

    /**
     * The row afterwards, still with the version from before.
     *
     * @param before null if the order has no row yet
     * @return null if there is still none, because an order cannot begin with this fact
     */
    @Nullable
    ProjectedOrder apply(SummaryKey key, @Nullable ProjectedOrder before);

    static Change become(SummaryStatus status) {
        return (key, before) -> before == null ? null : before.become(status);
    }

    static Change lineMoves(LineState from, LineState to) {
        return lineMoves(List.of(from), to);
    }

    /** For a fact that leaves open where the line was: it comes from the first of these states that has one. */
    static Change lineMoves(List<LineState> from, LineState to) {
        return (key, before) -> before == null
                ? null
                : before.with(from.stream()
                        .filter(state -> before.lines().in(state) > 0)
                        .findFirst()
                        .map(state -> before.lines().move(state, to))
                        .orElse(before.lines()));
    }

    /** The order has ended, and each of its lines with it. */
    static Change end(SummaryStatus status, Collection<LineState> lines) {
        LineCounts counts = LineCounts.of(lines);
        return (key, before) -> before == null ? null : before.become(status).with(counts);
    }
}

package io.orderflow.cli.show;

import java.util.ArrayList;
import java.util.List;

/** What the demo said that it would show, held against what was seen. */
public final class Promises {

    private Promises() {}

    /** What was promised and not seen; empty if all is well. */
    public static List<String> broken(Cast cast, Sightings seen) {
        List<String> broken = new ArrayList<>();
        if (cast.declined().isPresent()) {
            require(seen.approvalsDeclined() > 0 && !seen.declinedOrders().isEmpty(), "a declined approval", broken);
            require(seen.approvalsAsked() > 0, "an approval that was asked for", broken);
        }
        if (!cast.flaky().isEmpty()) {
            require(seen.linesRetried() > 0, "a failed line that was tried again", broken);
        }
        if (!cast.broken().isEmpty()) {
            require(seen.waivedInTasklist() > 0, "a failed line that was waived in Tasklist", broken);
        }
        if (!cast.hopeless().isEmpty()) {
            require(
                    seen.linesWaived() > seen.waivedInTasklist(),
                    "a failed line that was waived over the order API",
                    broken);
        }
        if (!cast.slow().isEmpty()) {
            require(seen.jeopardy() > 0, "a late order that was reported", broken);
        }
        if (!cast.withdrawn().isEmpty()) {
            require(seen.withdrawn() > 0, "an order that was cancelled after it had been requested", broken);
            require(seen.reversed() > 0, "a line that was reversed", broken);
        }
        return broken;
    }

    /** What no order of the file was fit for. */
    public static List<String> notMade(Cast cast) {
        List<String> none = new ArrayList<>();
        require(cast.declined().isPresent(), "a declined approval", none);
        require(!cast.flaky().isEmpty(), "a line that is tried again", none);
        require(!cast.broken().isEmpty() || !cast.hopeless().isEmpty(), "a line that is waived", none);
        require(!cast.slow().isEmpty(), "a late order", none);
        require(!cast.withdrawn().isEmpty(), "a reversal", none);
        return none;
    }

    private static void require(boolean fine, String what, List<String> missing) {
        if (!fine) {
            missing.add(what);
        }
    }
}

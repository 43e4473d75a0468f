package io.orderflow.orderservice.projection.messaging;

import io.orderflow.orderservice.projection.Change;
import io.orderflow.orderservice.projection.LineState;
import io.orderflow.orderservice.projection.SummaryStatus;
import java.util.List;

/** OrderCompleted and OrderCancelled both say how each line ended. */
record OrderEnded(List<Line> lines) {

    record Line(LineState outcome) {}

    Change change(SummaryStatus status) {
        return Change.end(status, lines.stream().map(Line::outcome).toList());
    }
}

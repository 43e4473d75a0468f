package io.orderflow.orchestration.adapters;

import java.util.List;

/** What coordination needs to know of a captured order: its lines. */
record OrderCaptured(List<Line> lineSummaries) {

    record Line(String orderLineId) {}

    List<String> orderLineIds() {
        return lineSummaries.stream().map(Line::orderLineId).toList();
    }
}

package io.orderflow.cli.demo;

import io.orderflow.cli.show.Sightings;
import java.nio.file.Path;
import java.util.List;

/**
 * What a run came to.
 *
 * @param report where every row stands with its reason
 * @param notPromised what no order of the file was fit for
 * @param problems what must not be; empty if all is well
 * @param example the id of an order, to look at
 */
record Result(
        Totals totals,
        LineTotals lines,
        Sightings seen,
        Latencies latencies,
        double seconds,
        Path report,
        List<String> notPromised,
        List<String> problems,
        String example) {}

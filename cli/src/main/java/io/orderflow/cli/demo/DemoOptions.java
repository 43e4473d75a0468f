package io.orderflow.cli.demo;

import java.nio.file.Path;

/**
 * What to feed.
 *
 * @param invoices how many at most
 * @param inFlight how many orders may be under way at a time
 * @param stackEnds whether the stack goes down with the demo
 */
record DemoOptions(Path input, int invoices, int inFlight, boolean terminal, boolean stackEnds) {}

package io.orderflow.cli.order;

import picocli.CommandLine.Command;

/** Does without a failed line; what waits for it goes on. */
@Command(
        name = "waive",
        mixinStandardHelpOptions = true,
        description = "Does without a failed line; what waits for it goes on.",
        footer = "Exit code 1 if the line has not failed, or the order has ended.")
final class WaiveCommand extends LineDecision {

    WaiveCommand() {
        super("waiver");
    }
}

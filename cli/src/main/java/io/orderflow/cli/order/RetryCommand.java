package io.orderflow.cli.order;

import picocli.CommandLine.Command;

/** Has a failed line asked for again. */
@Command(
        name = "retry",
        mixinStandardHelpOptions = true,
        description = "Has a failed line asked for again.",
        footer = "Exit code 1 if the line has not failed, or the order has ended.")
final class RetryCommand extends LineDecision {

    RetryCommand() {
        super("retry");
    }
}

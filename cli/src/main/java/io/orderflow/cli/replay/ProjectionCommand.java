package io.orderflow.cli.replay;

import picocli.CommandLine.Command;

/** Read models, by name. */
@Command(
        name = "projection",
        mixinStandardHelpOptions = true,
        description = "Builds a read model again beside the one in use, compares both, and switches.",
        synopsisSubcommandLabel = "(order-summary)",
        subcommands = {OrderSummaryCommand.class})
final class ProjectionCommand {}

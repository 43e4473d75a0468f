package io.orderflow.cli.replay;

import picocli.CommandLine.Command;

/** The parent of everything that is replayed. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Builds from the topics again what was built from them once, and compares.",
        synopsisSubcommandLabel = "(projection order-summary | fulfillment)",
        subcommands = {ProjectionCommand.class, FulfillmentReplayCommand.class})
public final class ReplayCommand {}

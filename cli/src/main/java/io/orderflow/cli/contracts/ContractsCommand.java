package io.orderflow.cli.contracts;

import picocli.CommandLine.Command;

/** Everything about the catalogue in contracts/. */
@Command(
        name = "contracts",
        mixinStandardHelpOptions = true,
        description = "The catalogue of events, topics and records in contracts/.",
        subcommands = {DocsCommand.class})
public final class ContractsCommand {}

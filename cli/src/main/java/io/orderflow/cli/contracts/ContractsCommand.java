package io.orderflow.cli.contracts;

import picocli.CommandLine.Command;

/** Everything about the catalogue in contracts/. */
@Command(
        name = "contracts",
        mixinStandardHelpOptions = true,
        description = "The catalogue of events, topics and records in contracts/.",
        synopsisSubcommandLabel = "(list | show EVENT | check | diff | release VERSION | docs)",
        subcommands = {
            ListCommand.class,
            ShowCommand.class,
            CheckCommand.class,
            DiffCommand.class,
            ReleaseCommand.class,
            DocsCommand.class
        })
public final class ContractsCommand {}

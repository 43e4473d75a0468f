package io.orderflow.cli.model;

import picocli.CommandLine.Command;

/** Everything about process models. */
@Command(
        name = "model",
        mixinStandardHelpOptions = true,
        description = "Process models: what is deployed, what a new version changes and for whom, how to deploy one.",
        synopsisSubcommandLabel = "(list | diff OLD NEW | deploy FILE... | migrate FROM TO)",
        subcommands = {ListCommand.class, DiffCommand.class, DeployCommand.class, MigrateCommand.class})
public final class ModelCommand {}

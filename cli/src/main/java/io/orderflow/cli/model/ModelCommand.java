package io.orderflow.cli.model;

import picocli.CommandLine.Command;

/** Everything about process models. */
@Command(
        name = "model",
        mixinStandardHelpOptions = true,
        description = "Process models: what is deployed, what a new version changes and for whom, how to deploy one.",
        synopsisSubcommandLabel = "(list | diff OLD NEW | deploy FILE...)",
        subcommands = {ListCommand.class, DiffCommand.class, DeployCommand.class})
public final class ModelCommand {}

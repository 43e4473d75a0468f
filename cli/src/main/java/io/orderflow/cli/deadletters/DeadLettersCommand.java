package io.orderflow.cli.deadletters;

import picocli.CommandLine.Command;

/** Records that a consumer group could not apply. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description = "Lists records that a consumer group could not apply, brings them back, or gives them up.",
        synopsisSubcommandLabel = "(list | show ID | redrive | discard)",
        subcommands = {ListCommand.class, ShowCommand.class, RedriveCommand.class, DiscardCommand.class},
        footer = {
            "",
            "Repair the cause first. Redriving touches the one group only: it is no second delivery to anybody else.",
            "redrive and discard only tell what they would do until --yes is given."
        })
public final class DeadLettersCommand {}

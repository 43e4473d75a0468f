package io.orderflow.testing.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point. Exit codes: 0 measured, 1 failed (an event lost or out of order is a failure), 2 wrong usage. */
@Command(
        name = "orderflow bench",
        mixinStandardHelpOptions = true,
        description = "Measures the event backbone and the engine's path on a PostgreSQL and a Kafka of its own.",
        subcommands = {OutboxCommand.class, InboxCommand.class, CorrelationCommand.class, EndToEndCommand.class})
final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Benchmarks());
    }
}

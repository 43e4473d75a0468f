package io.orderflow.deploy.local;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point. Exit codes: 0 done, 1 failed or not running, 2 wrong usage. */
@Command(
        name = "orderflow",
        description = "The local stack: PostgreSQL, Kafka and the services as processes of this machine.",
        subcommands = {UpCommand.class, DownCommand.class, StatusCommand.class, SuperviseCommand.class})
final class LocalStack {

    private LocalStack() {}

    public static void main(String[] arguments) {
        CommandLine commandLine = new CommandLine(new LocalStack());
        commandLine.setExecutionExceptionHandler((exception, command, parsed) -> {
            command.getErr().println("orderflow: " + exception.getMessage());
            command.getErr().flush();
            return command.getCommandSpec().exitCodeOnExecutionException();
        });
        System.exit(commandLine.execute(arguments));
    }
}

package io.orderflow.cli;

import io.orderflow.cli.contracts.ContractsCommand;
import io.orderflow.cli.deadletters.DeadLettersCommand;
import io.orderflow.cli.demo.DemoCommand;
import io.orderflow.cli.model.ModelCommand;
import io.orderflow.cli.order.OrderCommand;
import io.orderflow.cli.replay.ReplayCommand;
import io.orderflow.cli.stack.Refusal;
import io.orderflow.cli.topics.TopicsCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point. Exit codes: 0 done, 1 refused or failed, 2 wrong usage. */
@Command(
        name = "orderflow",
        description = "Works with orders on the running stack.",
        subcommands = {
            OrderCommand.class,
            TopicsCommand.class,
            ContractsCommand.class,
            ModelCommand.class,
            DeadLettersCommand.class,
            ReplayCommand.class,
            DemoCommand.class
        })
final class Orderflow {

    private Orderflow() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Orderflow());
        commandLine.setExecutionExceptionHandler((exception, command, parsed) -> {
            PrintWriter err = command.getErr();
            // What is not a refusal is a mistake of ours; its kind is what a report about it needs.
            err.println("orderflow: " + (exception instanceof Refusal ? exception.getMessage() : exception.toString()));
            err.flush();
            return 1;
        });
        return commandLine;
    }
}

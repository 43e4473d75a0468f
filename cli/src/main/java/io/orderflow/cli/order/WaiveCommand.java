package io.orderflow.cli.order;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Does without a failed line; what waits for it goes on. */
@Command(
        name = "waive",
        mixinStandardHelpOptions = true,
        description = "Does without a failed line; what waits for it goes on.",
        footer = "Exit code 1 if the line has not failed, or the order has ended.")
final class WaiveCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "ORDER", description = "For example ord_0190...")
    @SuppressWarnings("NullAway.Init")
    private String orderId;

    @Parameters(paramLabel = "LINE", description = "Its number in `order show`, or its id.")
    @SuppressWarnings("NullAway.Init")
    private String line;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Kept in the order's history.")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Override
    public Integer call() throws InterruptedException {
        return LineDecision.carryOut(
                orderId, line, "waiver", reason, spec.commandLine().getOut());
    }
}

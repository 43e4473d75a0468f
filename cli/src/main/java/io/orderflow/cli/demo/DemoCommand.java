package io.orderflow.cli.demo;

import io.orderflow.cli.scenario.ScenarioCommand;
import io.orderflow.cli.stack.Stack;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Real invoices through the real stack. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Feeds real invoices and shows what becomes of them. Starts the stack if it is not up; then it ends"
                        + " with the demo.",
        subcommands = ScenarioCommand.class,
        footer = "Exit code 0 if every order came to its end, the totals add up and all that was promised was seen,"
                + " else 1.")
public final class DemoCommand implements Callable<Integer> {

    private static final String INPUT = "deploy/local/demo/online-retail/invoices.csv";
    private static final int LOOK_MILLIS = 1_000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--input", paramLabel = "FILE", description = "Invoices as CSV; default " + INPUT + ".")
    private @Nullable Path input;

    @Option(names = "--orders", paramLabel = "N", description = "Only the first N invoices; default all.")
    private int invoices = Integer.MAX_VALUE;

    @Option(names = "--in-flight", paramLabel = "N", description = "Orders under way at a time; default 64.")
    private int inFlight = 64;

    @Option(names = "--exit", description = "Ends when the last order has ended, instead of on Ctrl-C.")
    private boolean exit;

    @Option(names = "--check", hidden = true, description = "Looks only whether the other options can work.")
    private boolean check;

    @Override
    public Integer call() throws InterruptedException {
        if (invoices < 1 || inFlight < 1) {
            throw new ParameterException(spec.commandLine(), "--orders and --in-flight must be at least 1");
        }
        Path file = input == null ? Path.of(System.getenv().getOrDefault("ORDERFLOW_ROOT", ""), INPUT) : input;
        if (check) {
            CsvInvoices.check(file);
            return 0;
        }
        PrintWriter out = spec.commandLine().getOut();
        Stack stack = Stack.require(System.getenv());
        boolean ours = stack.isTiedTo(System.getenv().getOrDefault("ORDERFLOW_DEMO_PID", ""));
        boolean terminal = "1".equals(System.getenv("ORDERFLOW_TERMINAL"));
        DemoOptions options = new DemoOptions(file, invoices, inFlight, terminal, ours && exit);
        boolean fine = new Demo(stack, options, out, Clock.systemUTC()).run();
        if (!ours) {
            out.println("The stack stays up, as it was before. ./orderflow down stops it.");
            out.flush();
        } else if (!exit) {
            stay(stack, out);
        }
        return fine ? 0 : 1;
    }

    private static void stay(Stack stack, PrintWriter out) throws InterruptedException {
        out.println("The stack stays up until Ctrl-C.");
        out.flush();
        while (stack.isStillUp()) {
            Thread.sleep(LOOK_MILLIS);
        }
    }
}

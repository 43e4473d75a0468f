package io.orderflow.cli.model;

import io.orderflow.cli.engine.Engine;
import io.orderflow.cli.stack.Stack;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "What changed between two models, element by element, how many running instances of older versions stand on",
            "each changed element, and whether the engine could move them to the newer one.",
            "Without a running stack it compares files and leaves the instances out."
        },
        footer = {
            "Examples:",
            "  ./orderflow model diff order-fulfillment:1 order-fulfillment:latest",
            "  ./orderflow model diff order-fulfillment:latest \\",
            "      bpmn/src/main/resources/processes/order-fulfillment/order-fulfillment.bpmn"
        })
final class DiffCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "OLD", index = "0", description = "A file, KEY:VERSION or KEY:latest.")
    @SuppressWarnings("NullAway.Init")
    private String older;

    @Parameters(paramLabel = "NEW", index = "1", description = "Likewise.")
    @SuppressWarnings("NullAway.Init")
    private String newer;

    @Option(names = "--json", description = "For scripts: one object.")
    private boolean json;

    @Override
    public Integer call() {
        Deployed deployed = new Deployed(() -> Engine.of(Stack.require(System.getenv())));
        DiffReport report = DiffReport.of(older, newer, deployed);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(DiffJson.of(report).toPrettyString());
        } else {
            new DiffText(report, out).print();
        }
        out.flush();
        return 0;
    }
}

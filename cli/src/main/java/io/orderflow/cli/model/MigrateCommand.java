package io.orderflow.cli.model;

import io.orderflow.cli.engine.Definition;
import io.orderflow.cli.engine.Engine;
import io.orderflow.cli.engine.MigrationPlan;
import io.orderflow.cli.stack.Refusal;
import io.orderflow.cli.stack.Stack;
import io.orderflow.cli.text.Style;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = {
            "Makes running instances of one deployed version instances of another, from where they stand.",
            "One instance is one transaction: it is moved wholly, or the engine says why not and it stays as it is.",
            "Without --yes it only counts."
        },
        footer = {
            "Exit code 1 if an instance was refused.",
            "Example:",
            "  ./orderflow model diff order-fulfillment:1 order-fulfillment:2",
            "  ./orderflow model migrate order-fulfillment:1 order-fulfillment:2 --yes"
        })
final class MigrateCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FROM", index = "0", description = "KEY:VERSION.")
    @SuppressWarnings("NullAway.Init")
    private String from;

    @Parameters(paramLabel = "TO", index = "1", description = "KEY:VERSION or KEY:latest.")
    @SuppressWarnings("NullAway.Init")
    private String to;

    @Option(names = "-n", paramLabel = "N", defaultValue = "1000", description = "At most so many; default 1000.")
    private int most;

    @Option(names = "--yes", description = "Does it.")
    private boolean yes;

    @Override
    public Integer call() {
        Deployed deployed = new Deployed(() -> Engine.of(Stack.require(System.getenv())));
        Sources sources = new Sources(deployed);
        Definition source = sources.deployed(from);
        Definition target = sources.deployed(to);
        MigrationPlan plan = deployed.engine().plan(source, target);
        List<String> instances = deployed.engine().instances(source, most);
        PrintWriter out = spec.commandLine().getOut();
        if (!plan.failures().isEmpty()) {
            throw new Refusal("the engine holds against its own plan: " + String.join("; ", plan.failures()));
        }
        if (!yes || instances.isEmpty()) {
            out.printf(
                    "%d instances of %s would be moved to %s.%n",
                    instances.size(), source.reference(), target.reference());
            out.println(instances.isEmpty() ? "Nothing to do." : "Next: the same with --yes");
            out.flush();
            return 0;
        }
        Migration migration = Migration.run(deployed.engine(), plan, instances);
        out.printf(
                "%s %d of %d to %s.%n", Style.good("Moved"), migration.moved(), instances.size(), target.reference());
        migration.refused().forEach((reason, count) -> out.printf("%s %d: %s%n", Style.bad("Refused"), count, reason));
        out.println("Next: ./orderflow model list");
        out.flush();
        return migration.refused().isEmpty() ? 0 : 1;
    }
}

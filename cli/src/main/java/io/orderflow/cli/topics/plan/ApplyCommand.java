package io.orderflow.cli.topics.plan;

import io.orderflow.kafkaadapters.topics.TopicPlan;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a broker as contracts/topics.yaml declares it. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a broker as contracts/topics.yaml declares it. Without --yes it only shows the plan.",
            "Creates topics, raises partitions, sets settings. Never deletes a topic, never lowers partitions, never"
                    + " compacts the history of an aggregate. A second run changes nothing."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done, or nothing to do",
            "1:refused or failed",
            "2:wrong usage",
            "3:dry run, and there is something to apply"
        })
public final class ApplyCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final BrokerOptions broker = new BrokerOptions();

    @Option(names = "--yes", description = "Applies the plan.")
    private boolean yes;

    @Option(
            names = "--stop-compaction",
            description = "Sets lifecycle topics that the broker compacts back to what is declared.")
    private boolean stopCompaction;

    @Option(names = "--json", description = "The plan, and whether it was applied, as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        PlanReport report = broker.with(admin -> {
            TopicPlan compared = TopicPlan.compare(broker.declared(), admin);
            TopicPlan plan = stopCompaction ? compared.stoppingCompaction() : compared;
            boolean applies =
                    yes && plan.refusals().isEmpty() && !plan.repairs().isEmpty();
            if (applies) {
                plan.apply(admin);
            }
            return PlanReport.of(broker, plan, applies);
        });
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            report.printJson(out);
            return report.exitCode();
        }
        report.print(out);
        if (report.exitCode() == 3) {
            out.println("Next: ./orderflow topics apply --yes" + (stopCompaction ? " --stop-compaction" : "")
                    + broker.arguments());
            out.flush();
        }
        return report.exitCode();
    }
}

package io.orderflow.cli.topics.plan;

import io.orderflow.kafkaadapters.topics.TopicPlan;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what separates a broker from contracts/topics.yaml. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what separates a broker from contracts/topics.yaml; changes nothing.",
            "Marks: + missing, ~ differs, ! differs and deserves a thought, i only shown, x refused."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the broker is as declared",
            "1:something is refused, or a failure",
            "2:wrong usage",
            "3:there is something to apply"
        })
public final class PlanCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final BrokerOptions broker = new BrokerOptions();

    @Option(names = "--json", description = "The plan as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        TopicPlan plan = broker.with(admin -> TopicPlan.compare(broker.declared(), admin));
        PlanReport report = PlanReport.of(broker, plan, false);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            report.printJson(out);
            return report.exitCode();
        }
        report.print(out);
        if (report.exitCode() == 3) {
            out.println("Next: ./orderflow topics apply --yes" + broker.arguments());
            out.flush();
        }
        return report.exitCode();
    }
}

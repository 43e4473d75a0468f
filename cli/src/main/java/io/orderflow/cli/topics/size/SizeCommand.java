package io.orderflow.cli.topics.size;

import io.orderflow.cli.stack.Refusal;
import io.orderflow.cli.stack.Stack;
import io.orderflow.cli.topics.plan.Environment;
import io.orderflow.kafkaadapters.topics.TopicCatalog;
import io.orderflow.kafkaadapters.topics.TopicDefinition;
import io.orderflow.kafkaadapters.topics.TopicLoad;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How many consumers and partitions a peak needs, against what is declared. */
@Command(
        name = "size",
        mixinStandardHelpOptions = true,
        description = {
            "How many consumers and partitions a peak needs, against what contracts/topics.yaml declares.",
            "What an event costs is read from the meters of the running stack unless it is given."
        },
        footer = "Example: ./orderflow topics size --quotes-per-second 50 --lines-per-order 4 --environment production",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:what is known fits",
            "1:refused or failed",
            "2:wrong usage",
            "3:the declared partitions do not fit"
        })
public final class SizeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "TOPIC", arity = "0..1", description = "Only this one; default: all.")
    private @Nullable String topic;

    @Mixin
    private final SizeOptions options = new SizeOptions();

    @Option(
            names = "--environment",
            paramLabel = "local|production",
            defaultValue = "local",
            description = "Which figures of contracts/topics.yaml apply; default ${DEFAULT-VALUE}.")
    private Environment environment = Environment.LOCAL;

    @Option(names = "--json", description = "The answer as JSON.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        Peak peak = options.peak(spec);
        List<TopicDefinition> topics = topics();
        Set<String> groups =
                topics.stream().flatMap(each -> each.consumers().stream()).collect(Collectors.toSet());
        Map<String, Double> given = options.costs(spec);
        boolean all = given.containsKey("") || given.keySet().containsAll(groups);
        Costs costs = Costs.of(groups, given, all ? Map.of() : measured());
        if (costs.byGroup().isEmpty()) {
            throw new Refusal("no consumer group of the running stack has received anything"
                    + (options.measureFor().isZero() ? " yet" : " meanwhile")
                    + ". Next: ./orderflow demo --orders 200, or give --ms-per-event");
        }
        SizeReport report = new SizeReport(
                environment.toString(),
                peak,
                SizeReport.FORMULA,
                costs.byGroup(),
                topics.stream()
                        .map(each -> TopicSize.of(each, peak, costs.msPerEvent()))
                        .toList());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            report.printJson(out);
        } else {
            report.print(out);
        }
        return report.exitCode();
    }

    private Map<String, Measured> measured() throws InterruptedException {
        Stack stack = Stack.require(System.getenv());
        return options.measureFor().isZero() ? InboxMeters.of(stack) : InboxMeters.during(options.measureFor(), stack);
    }

    /** Those that get something in the normal course of things and have a consumer. */
    private List<TopicDefinition> topics() {
        List<TopicDefinition> all = TopicCatalog.load().topics(environment.toString()).stream()
                .filter(each -> !each.consumers().isEmpty() && !each.load().equals(TopicLoad.NONE))
                .toList();
        List<TopicDefinition> chosen = all.stream()
                .filter(each -> topic == null || each.name().equals(topic))
                .toList();
        if (chosen.isEmpty()) {
            throw new Refusal("no such topic with consumers: " + topic + ". There are "
                    + all.stream().map(TopicDefinition::name).collect(Collectors.joining(", ")));
        }
        return chosen;
    }
}

package io.orderflow.cli.topics;

import io.orderflow.cli.stack.Refusal;
import io.orderflow.cli.stack.Stack;
import io.orderflow.cli.topics.plan.ApplyCommand;
import io.orderflow.cli.topics.plan.PlanCommand;
import io.orderflow.cli.topics.size.SizeCommand;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks into Kafka, and makes its topics as they are declared. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        description = "Shows topics and their records; compares them with contracts/topics.yaml.",
        subcommands = {PlanCommand.class, ApplyCommand.class, SizeCommand.class},
        synopsisSubcommandLabel = "(list | tail TOPIC | plan | apply | size)")
public final class TopicsCommand {

    private static final int ANSWER_MILLIS = 10_000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Topics with partitions, records and retention.")
    int list() throws InterruptedException {
        String bootstrap = Stack.require(System.getenv()).kafka();
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ANSWER_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                ANSWER_MILLIS))) {
            new TopicList(admin).print(spec.commandLine().getOut());
            return 0;
        } catch (ExecutionException | TimeoutException e) {
            throw silent(bootstrap);
        }
    }

    @Command(
            name = "tail",
            mixinStandardHelpOptions = true,
            description = "The newest records of a topic, one line each: partition/offset, time, type, key, version.",
            footer = "Example: ./orderflow topics tail oms.order.events.v1 -n 20 --follow")
    int tail(
            @Parameters(paramLabel = "TOPIC") String topic,
            @Option(names = "-n", paramLabel = "N", defaultValue = "10", description = "How many; default 10.")
                    int count,
            @Option(
                            names = {"-f", "--follow"},
                            description = "Goes on with new records until Ctrl-C.")
                    boolean follow,
            @Option(names = "--key", paramLabel = "KEY", description = "Only records with this key.") @Nullable
                    String key,
            @Option(names = "--value", description = "Shows the whole value as well.") boolean value) {
        if (count < 0) {
            throw new Refusal("-n must not be negative");
        }
        String bootstrap = Stack.require(System.getenv()).kafka();
        try (TopicReader reader = new TopicReader(bootstrap, topic)) {
            RecordLine lines = new RecordLine(spec.commandLine().getOut(), value);
            reader.last(count, key).forEach(lines::print);
            while (follow) {
                reader.next(key).forEach(lines::print);
            }
            return 0;
        } catch (org.apache.kafka.common.errors.TimeoutException e) {
            throw silent(bootstrap);
        }
    }

    private static Refusal silent(String bootstrap) {
        return new Refusal("Kafka does not answer at " + bootstrap + ". Next: ./orderflow status");
    }
}

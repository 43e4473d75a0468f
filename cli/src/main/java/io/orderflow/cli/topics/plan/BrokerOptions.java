package io.orderflow.cli.topics.plan;

import io.orderflow.cli.stack.Refusal;
import io.orderflow.cli.stack.Stack;
import io.orderflow.kafkaadapters.topics.TopicCatalog;
import io.orderflow.kafkaadapters.topics.TopicDefinition;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which broker is compared with which column of the declaration. */
final class BrokerOptions {

    private static final int ANSWER_MILLIS = 15_000;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT,...",
            description = "The broker; default: that of the running stack.")
    private @Nullable String bootstrapServers;

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Client properties, for example for TLS and SASL.")
    private @Nullable Path properties;

    @Option(
            names = "--environment",
            paramLabel = "local|production",
            defaultValue = "local",
            description = "Which figures of contracts/topics.yaml apply; default ${DEFAULT-VALUE}.")
    private Environment environment = Environment.LOCAL;

    String environment() {
        return environment.toString();
    }

    List<TopicDefinition> declared() {
        return TopicCatalog.load().topics(environment());
    }

    String bootstrapServers() {
        return bootstrapServers == null ? Stack.require(System.getenv()).kafka() : bootstrapServers;
    }

    /** The same choice as arguments, for the next command; with a leading space unless empty. */
    String arguments() {
        return (bootstrapServers == null ? "" : " --bootstrap-servers " + bootstrapServers)
                + (properties == null ? "" : " --command-config " + properties)
                + (environment == Environment.LOCAL ? "" : " --environment " + environment());
    }

    /** Works with the broker, and tells its failures in words. */
    <T> T with(Function<Admin, T> work) {
        String servers = bootstrapServers();
        Properties settings = settings();
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        try (Admin admin = Admin.create(settings)) {
            return work.apply(admin);
        } catch (org.apache.kafka.common.errors.TimeoutException e) {
            throw new Refusal("Kafka does not answer at " + servers + ". Next: ./orderflow status");
        } catch (KafkaException e) {
            Throwable told = e.getCause() == null ? e : e.getCause();
            throw new Refusal("Kafka at %s: %s. Next: ./orderflow topics plan%s"
                    .formatted(servers, withoutFullStop(told.getMessage()), arguments()));
        }
    }

    private static String withoutFullStop(@Nullable String message) {
        return message == null ? "failed without a word" : message.replaceFirst("\\.$", "");
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Integer.toString(ANSWER_MILLIS));
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Integer.toString(ANSWER_MILLIS));
        if (properties != null) {
            try (Reader reader = Files.newBufferedReader(properties)) {
                settings.load(reader);
            } catch (IOException e) {
                throw new Refusal("cannot read " + properties + ". Next: name a file of Kafka client properties");
            }
        }
        return settings;
    }
}

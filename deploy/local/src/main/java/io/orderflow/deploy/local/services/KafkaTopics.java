package io.orderflow.deploy.local.services;

import io.orderflow.kafkaadapters.topics.TopicCatalog;
import io.orderflow.kafkaadapters.topics.TopicPlan;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** Talks to the broker as its administrator. */
final class KafkaTopics {

    private static final int ANSWER_SECONDS = 2;
    private static final int CREATE_SECONDS = 30;

    private final String bootstrapServers;

    KafkaTopics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    boolean brokerAnswers() {
        try (Admin admin = admin(ANSWER_SECONDS)) {
            return !admin.describeCluster()
                    .nodes()
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Creates what is missing and repairs what has drifted, as far as that harms nothing: `orderflow topics plan` shows
     * the rest, which takes a person's word.
     */
    void furnish() throws IOException {
        try (Admin admin = admin(CREATE_SECONDS)) {
            TopicPlan.compare(TopicCatalog.load().topics("local"), admin)
                    .harmless()
                    .apply(admin);
        } catch (KafkaException e) {
            throw new IOException("cannot create topics: " + e.getMessage(), e);
        }
    }

    private Admin admin(int seconds) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, seconds * 1000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, seconds * 1000));
    }
}

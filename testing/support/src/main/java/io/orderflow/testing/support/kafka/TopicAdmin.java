package io.orderflow.testing.support.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates topics. */
record TopicAdmin(String bootstrapServers) {

    void create(String name, int partitions, Map<String, String> configuration) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            NewTopic topic = new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(configuration);
            try {
                admin.createTopics(List.of(topic)).all().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
                requirePartitions(admin, name, partitions);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("topic " + name + " was not created", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topic " + name, e);
        }
    }

    private static void requirePartitions(Admin admin, String name, int expected)
            throws ExecutionException, InterruptedException {
        var answer = admin.describeTopics(List.of(name)).topicNameValues().values();
        int actual = answer.iterator().next().get().partitions().size();
        if (actual != expected) {
            throw new IllegalStateException(
                    "topic %s exists with %d partitions, not %d".formatted(name, actual, expected));
        }
    }
}

package io.orderflow.testing.e2e.kafka;

import io.orderflow.testing.support.kafka.TestKafka;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How many records the services have not taken in yet. Offsets are committed after the database, so 0 means applied. */
public final class ConsumerLag {

    private static final Map<String, List<String>> TOPICS_OF_GROUP = Map.of(
            "order-service.quote-events.consumer", List.of(Topics.QUOTES),
            "order-service.orchestration-events.consumer", List.of(Topics.ORCHESTRATION),
            "order-service.fulfillment-integration.consumer", List.of(Topics.FULFILLMENT),
            "projection-service.order-read-model.consumer", List.of(Topics.ORDERS),
            "orchestration-service.order-events.consumer", List.of(Topics.ORDERS),
            "fulfillment-adapter.order-events.consumer", List.of(Topics.ORDERS),
            "audit-service.all-domain-events.consumer",
                    List.of(Topics.QUOTES, Topics.ORDERS, Topics.ORCHESTRATION, Topics.FULFILLMENT));

    private ConsumerLag() {}

    public static long total() {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrapServers()))) {
            long lag = 0;
            for (var topicsOfGroup : TOPICS_OF_GROUP.entrySet()) {
                for (String topic : topicsOfGroup.getValue()) {
                    lag += lag(admin, topicsOfGroup.getKey(), topic);
                }
            }
            return lag;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long lag(Admin admin, String group, String topic) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        return ends(admin, topic).entrySet().stream()
                .mapToLong(end -> {
                    OffsetAndMetadata read = committed.get(end.getKey());
                    return end.getValue().offset() - (read == null ? 0 : read.offset());
                })
                .sum();
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> ends(Admin admin, String topic)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        admin.describeTopics(List.of(topic))
                .topicNameValues()
                .get(topic)
                .get()
                .partitions()
                .forEach(
                        partition -> wanted.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest()));
        return admin.listOffsets(wanted).all().get();
    }
}

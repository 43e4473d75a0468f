package io.orderflow.kafkaadapters;

import static org.awaitility.Awaitility.await;

import io.orderflow.testing.support.kafka.TestKafka;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/** Where groups begin. */
public final class ConsumerGroups {

    private ConsumerGroups() {}

    /** The topic holds records of other tests as well; a group shall see those of its own test only. */
    public static void startAtTheEnd(String group, String topic) {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrapServers()))) {
            // A topic that has just been created is not known to everybody at once.
            await().ignoreExceptionsMatching(e -> e.getCause() instanceof RetriableException)
                    .until(() -> {
                        startAtTheEnd(admin, group, topic);
                        return true;
                    });
        }
    }

    private static void startAtTheEnd(Admin admin, String group, String topic) throws Exception {
        Map<TopicPartition, OffsetSpec> ends =
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                        .collect(Collectors.toMap(
                                partition -> new TopicPartition(topic, partition.partition()),
                                partition -> OffsetSpec.latest()));
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        admin.listOffsets(ends)
                .all()
                .get()
                .forEach((partition, end) -> offsets.put(partition, new OffsetAndMetadata(end.offset())));
        admin.alterConsumerGroupOffsets(group, offsets).all().get();
    }
}

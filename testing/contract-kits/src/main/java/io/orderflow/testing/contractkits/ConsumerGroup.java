package io.orderflow.testing.contractkits;

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
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far a group has come on a topic, as the broker knows it. */
record ConsumerGroup(Admin admin, String name, String topic) {

    static Admin newAdmin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrapServers()));
    }

    /** Returns when the group is done with the record and all before it. */
    void awaitPast(RecordMetadata sent) {
        TopicPartition partition = new TopicPartition(sent.topic(), sent.partition());
        Patience.await(name + " past " + sent).until(() -> committed().getOrDefault(partition, 0L) > sent.offset());
    }

    /** Returns when the group is done with all that the topic has now. */
    void awaitEnd() {
        Map<TopicPartition, Long> ends = offsets(OffsetSpec.latest());
        Patience.await(name + " at the end of " + topic).until(() -> {
            Map<TopicPartition, Long> committed = committed();
            return ends.entrySet().stream().allMatch(end -> committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
        });
    }

    /** Sets the group back to the beginning of the topic. The group must have stopped, which its broker notices late. */
    void rewind() {
        Map<TopicPartition, OffsetAndMetadata> begin = new HashMap<>();
        offsets(OffsetSpec.earliest())
                .forEach((partition, offset) -> begin.put(partition, new OffsetAndMetadata(offset)));
        Patience.await(name + " to have no members").ignoreExceptions().until(() -> {
            admin.alterConsumerGroupOffsets(name, begin).all().get();
            return true;
        });
    }

    private Map<TopicPartition, Long> committed() {
        Map<TopicPartition, Long> committed = new HashMap<>();
        of(admin.listConsumerGroupOffsets(name).partitionsToOffsetAndMetadata()).forEach((partition, offset) -> {
            if (offset != null && partition.topic().equals(topic)) {
                committed.put(partition, offset.offset());
            }
        });
        return committed;
    }

    private Map<TopicPartition, Long> offsets(OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        of(admin.describeTopics(List.of(topic)).allTopicNames()).values().forEach(described -> described
                .partitions()
                .forEach(partition -> asked.put(new TopicPartition(topic, partition.partition()), spec)));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        Map<TopicPartition, ListOffsetsResultInfo> answer =
                of(admin.listOffsets(asked).all());
        answer.forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    private static <T> T of(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

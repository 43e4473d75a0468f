package io.orderflow.testing.benchmarks.correlation;

import io.orderflow.testing.benchmarks.workload.OrderEvents;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.ConsumerGroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownMemberIdException;

/** The consumers of the order topic as the broker sees them: whether they are there, and how far they have come. */
final class ConsumerGroup implements AutoCloseable {

    private final Admin admin;
    private final String group;
    private final Collection<TopicPartition> partitions;

    ConsumerGroup(String bootstrapServers, String group) throws ExecutionException, InterruptedException {
        this.group = group;
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
        int count = admin.describeTopics(List.of(OrderEvents.TOPIC)).allTopicNames().get().values().stream()
                .mapToInt(topic -> topic.partitions().size())
                .sum();
        partitions = IntStream.range(0, count)
                .mapToObj(partition -> new TopicPartition(OrderEvents.TOPIC, partition))
                .toList();
    }

    /** Forgets members that were killed and lets the group begin where the topic ends now. */
    void beginAtEnd() throws ExecutionException, InterruptedException {
        forgetMembers();
        admin.alterConsumerGroupOffsets(
                        group,
                        ends().entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey, end -> new OffsetAndMetadata(end.getValue()))))
                .all()
                .get();
    }

    /** Whether every partition has its consumer. */
    boolean isAssigned() throws ExecutionException, InterruptedException {
        ConsumerGroupDescription now = description();
        return now.state() == ConsumerGroupState.STABLE
                && now.members().stream()
                                .flatMap(member -> member.assignment().topicPartitions().stream())
                                .filter(partitions::contains)
                                .count()
                        == partitions.size();
    }

    /** Records of the topic that the group has not committed yet. */
    long lag(Map<TopicPartition, Long> ends) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream()
                .mapToLong(end -> {
                    OffsetAndMetadata offset = committed.get(end.getKey());
                    return end.getValue() - (offset == null ? 0 : offset.offset());
                })
                .sum();
    }

    Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        var asked = admin.listOffsets(
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest())));
        return asked.all().get().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue()
                .offset()));
    }

    private ConsumerGroupDescription description() throws ExecutionException, InterruptedException {
        return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                .findFirst()
                .orElseThrow();
    }

    /** Gives the partitions of members that were killed to those that follow, without waiting for the end of their sessions. */
    void forgetMembers() throws ExecutionException, InterruptedException {
        if (description().members().isEmpty()) {
            return;
        }
        try {
            admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            // Gone by itself meanwhile, which is just as well.
            if (!(e.getCause() instanceof UnknownMemberIdException
                    || e.getCause() instanceof GroupIdNotFoundException)) {
                throw e;
            }
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}

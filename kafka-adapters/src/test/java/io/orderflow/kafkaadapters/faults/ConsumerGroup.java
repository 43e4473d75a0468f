package io.orderflow.kafkaadapters.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.testing.support.kafka.TestKafka;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownMemberIdException;

/** A consumer group on the shared broker, as an operator sees it. */
record ConsumerGroup(String name) {

    static ConsumerGroup ofNewName() {
        return new ConsumerGroup("faults." + UUID.randomUUID() + ".consumer");
    }

    /** Records between what the group has committed (or the beginning) and the end, for each partition. */
    Map<Integer, Long> lagByPartition() {
        try (Admin admin = admin()) {
            Map<TopicPartition, OffsetSpec> first = new HashMap<>();
            Map<TopicPartition, OffsetSpec> last = new HashMap<>();
            admin.describeTopics(List.of(TestEvents.TOPIC))
                    .topicNameValues()
                    .get(TestEvents.TOPIC)
                    .get()
                    .partitions()
                    .forEach(partition -> {
                        first.put(new TopicPartition(TestEvents.TOPIC, partition.partition()), OffsetSpec.earliest());
                        last.put(new TopicPartition(TestEvents.TOPIC, partition.partition()), OffsetSpec.latest());
                    });
            var beginnings = admin.listOffsets(first).all().get();
            var ends = admin.listOffsets(last).all().get();
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(name)
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<Integer, Long> lags = new HashMap<>();
            ends.forEach((partition, end) -> {
                OffsetAndMetadata reached = committed.get(partition);
                long from = Math.max(beginnings.get(partition).offset(), reached == null ? 0 : reached.offset());
                lags.put(partition.partition(), end.offset() - from);
            });
            return lags;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    long lag() {
        return lagByPartition().values().stream().mapToLong(Long::longValue).sum();
    }

    void awaitNoLag() {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(lag())
                        .as("lag of %s: %s", name, lagByPartition())
                        .isZero());
    }

    /** Throws all members out at once, as the end of their sessions would: they must join again, the dead never do. */
    void expelMembers() {
        try (Admin admin = admin()) {
            admin.removeMembersFromConsumerGroup(name, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            boolean nobodyThere = cause instanceof GroupIdNotFoundException
                    || cause instanceof UnknownMemberIdException
                    || cause instanceof IllegalArgumentException
                    || (cause != null && cause.getCause() instanceof UnknownMemberIdException);
            if (!nobodyThere) {
                throw new IllegalStateException(cause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrapServers()));
    }
}

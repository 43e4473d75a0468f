package io.orderflow.cli.topics;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** All topics, each with its size and how long it keeps its records. */
final class TopicList {

    private static final String ROW = "%-46s %10s %10s  %s%n";
    private static final int ANSWER_SECONDS = 10;

    private final Admin admin;

    TopicList(Admin admin) {
        this.admin = admin;
    }

    void print(PrintWriter out) throws ExecutionException, InterruptedException, TimeoutException {
        Collection<String> names = await(admin.listTopics().names());
        Map<String, TopicDescription> topics =
                new TreeMap<>(await(admin.describeTopics(names).allTopicNames()));
        Map<String, Long> records = records(topics.values());
        Map<String, String> retention = retention(names);
        out.printf(ROW, "TOPIC", "PARTITIONS", "RECORDS", "RETENTION");
        topics.forEach((name, topic) ->
                out.printf(ROW, name, topic.partitions().size(), records.get(name), retention.get(name)));
        out.println("Next: ./orderflow topics tail oms.order.events.v1 -n 20");
        out.flush();
    }

    private Map<String, Long> records(Collection<TopicDescription> topics)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
        Map<TopicPartition, ListOffsetsResultInfo> first = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, ListOffsetsResultInfo> last = offsets(partitions, OffsetSpec.latest());
        Map<String, Long> records = new HashMap<>();
        last.forEach((partition, end) -> {
            ListOffsetsResultInfo begin = first.get(partition);
            records.merge(partition.topic(), end.offset() - (begin == null ? 0 : begin.offset()), Long::sum);
        });
        return records;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException, TimeoutException {
        return await(admin.listOffsets(
                        partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which)))
                .all());
    }

    private Map<String, String> retention(Collection<String> names)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<String, String> retention = new HashMap<>();
        await(admin.describeConfigs(resources).all())
                .forEach((resource, config) -> retention.put(resource.name(), retention(config)));
        return retention;
    }

    private static String retention(Config config) {
        if (config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value().equals(TopicConfig.CLEANUP_POLICY_COMPACT)) {
            return "newest per key";
        }
        long millis = Long.parseLong(config.get(TopicConfig.RETENTION_MS_CONFIG).value());
        if (millis < 0) {
            return "unlimited";
        }
        Duration kept = Duration.ofMillis(millis);
        return kept.toDays() > 0 ? kept.toDays() + " d" : kept.toString();
    }

    private static <T> T await(KafkaFuture<T> future)
            throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(ANSWER_SECONDS, TimeUnit.SECONDS);
    }
}

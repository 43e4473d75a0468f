package io.orderflow.deploy.local.services;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/** The topics of {@code contracts/topics.yaml} with the figures for one machine, derived topics included. */
final class TopicPlan {

    private static final String RESOURCE = "/contracts/topics.yaml";

    private TopicPlan() {}

    static List<NewTopic> ofContracts() throws IOException {
        try (InputStream source = TopicPlan.class.getResourceAsStream(RESOURCE)) {
            if (source == null) {
                throw new IOException(RESOURCE + " is missing from the class path");
            }
            return read(source);
        }
    }

    static List<NewTopic> read(InputStream source) throws IOException {
        Catalogue catalogue = new ObjectMapper(new YAMLFactory()).readValue(source, Catalogue.class);
        List<NewTopic> plan = new ArrayList<>();
        for (Topic topic : catalogue.topics()) {
            plan.add(newTopic(topic.name(), topic.cleanupPolicy(), topic.local()));
            if (topic.retryFamily()) {
                Family retry = catalogue.families().retry();
                for (String delay : retry.delays() == null ? List.<String>of() : retry.delays()) {
                    plan.add(newTopic(derived(topic.name(), "retry." + delay), retry.cleanupPolicy(), retry.local()));
                }
            }
            if (topic.deadLetter()) {
                Family dead = catalogue.families().deadLetter();
                plan.add(newTopic(derived(topic.name(), "dlt"), dead.cleanupPolicy(), dead.local()));
            }
        }
        return plan;
    }

    /** {@code oms.order.events.v1} and {@code dlt} give {@code oms.order.events.dlt.v1}. */
    private static String derived(String source, String kind) {
        int version = source.lastIndexOf('.');
        return source.substring(0, version) + "." + kind + source.substring(version);
    }

    private static NewTopic newTopic(String name, String cleanupPolicy, Figures figures) {
        return new NewTopic(name, figures.partitions(), figures.replicationFactor())
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG, cleanupPolicy,
                        TopicConfig.RETENTION_MS_CONFIG, Long.toString(figures.retentionMs()),
                        TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(figures.minInSyncReplicas())));
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Catalogue(Families families, List<Topic> topics) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Families(Family retry, Family deadLetter) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Family(@Nullable List<String> delays, String cleanupPolicy, Figures local) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Topic(String name, String cleanupPolicy, Figures local, boolean retryFamily, boolean deadLetter) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Figures(int partitions, short replicationFactor, int minInSyncReplicas, long retentionMs) {}
}

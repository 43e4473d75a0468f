package io.orderflow.deploy.local.services;

import io.orderflow.kafkaadapters.topics.TopicCatalog;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;

/** The catalogued topics with the figures for one machine. */
final class TopicPlan {

    private TopicPlan() {}

    static List<NewTopic> ofContracts() {
        return TopicCatalog.load().topics("local").stream()
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), topic.replicationFactor())
                        .configs(topic.configuration()))
                .toList();
    }
}

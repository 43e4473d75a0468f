package io.orderflow.kafkaadapters.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.kafkaadapters.catalog.EventCatalog;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicCatalogTest {

    private final List<TopicDefinition> local = TopicCatalog.load().topics("local");

    @Test
    void bringsRetryAndDeadLetterTopicsAlong() {
        assertThat(local)
                .extracting(TopicDefinition::name)
                .doesNotHaveDuplicates()
                .contains(
                        "oms.order.events.v1",
                        "oms.order.events.retry.1m.v1",
                        "oms.order.events.retry.15m.v1",
                        "oms.order.events.retry.1h.v1",
                        "oms.order.events.dlt.v1");
    }

    @Test
    void hasATopicForEveryCataloguedEvent() {
        assertThat(local)
                .extracting(TopicDefinition::name)
                .containsAll(EventCatalog.load().definitions().stream()
                        .map(definition -> definition.topic())
                        .toList());
    }

    @Test
    void isSafeInProduction() {
        assertThat(TopicCatalog.load().topics("production")).allSatisfy(topic -> {
            assertThat(topic.replicationFactor()).isEqualTo((short) 3);
            assertThat(topic.minInSyncReplicas()).isEqualTo(2);
            assertThat(topic.configuration()).containsEntry("cleanup.policy", "delete");
        });
    }

    @Test
    void derivesNamesOnlyFromVersionedTopics() {
        assertThatThrownBy(() -> TopicNames.deadLetter("orders")).isInstanceOf(IllegalArgumentException.class);
    }
}

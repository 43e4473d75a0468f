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
    void fitsOneMachineLocally() {
        assertThat(local)
                .allSatisfy(topic -> assertThat(topic.replicationFactor()).isEqualTo((short) 1));
    }

    @Test
    void isSafeInProduction() {
        assertThat(TopicCatalog.load().topics("production")).allSatisfy(topic -> {
            assertThat(topic.replicationFactor()).isEqualTo((short) 3);
            assertThat(topic.configuration())
                    .containsEntry("cleanup.policy", "delete")
                    .containsEntry("min.insync.replicas", "2")
                    .containsEntry("unclean.leader.election.enable", "false");
        });
    }

    @Test
    void namesTheConsumersOfEveryTopicOnce() {
        assertThat(local).allSatisfy(topic -> assertThat(topic.consumers())
                .doesNotHaveDuplicates()
                .allMatch(group -> group.matches("[a-z]+(-[a-z]+)+(\\.[a-z]+(-[a-z]+)*)+\\.consumer")));
        assertThat(topic("oms.order.events.v1").consumers())
                .contains(
                        "orchestration-service.order-events.consumer", "projection-service.order-read-model.consumer");
        assertThat(topic("oms.order.events.retry.1m.v1").consumers())
                .contains("orchestration-service.order-events.retry.consumer");
        assertThat(local).filteredOn(TopicDefinition::lifecycle).allSatisfy(topic -> assertThat(topic.consumers())
                .contains("audit-service.all-domain-events.consumer"));
    }

    @Test
    void derivedTopicsAreAsConfidentialAsTheirSource() {
        assertThat(topic("oms.order.events.dlt.v1").dataClassification()).isEqualTo("high");
        assertThat(topic("oms.fulfillment.integration.retry.1h.v1").dataClassification())
                .isEqualTo("medium");
    }

    @Test
    void expectsOnTheAuditTopicWhatTheOthersCarryTogether() {
        assertThat(topic("audit.business-events.v1").load())
                .isEqualTo(new TopicLoad(
                        local.stream()
                                .filter(TopicDefinition::lifecycle)
                                .mapToInt(topic -> topic.load().perOrder())
                                .sum(),
                        local.stream()
                                .filter(TopicDefinition::lifecycle)
                                .mapToInt(topic -> topic.load().perLine())
                                .sum()));
    }

    private TopicDefinition topic(String name) {
        return local.stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void derivesNamesOnlyFromVersionedTopics() {
        assertThatThrownBy(() -> TopicNames.deadLetter("orders")).isInstanceOf(IllegalArgumentException.class);
    }
}

package io.orderflow.kafkaadapters.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.kafkaadapters.catalog.EventCatalog;
import io.orderflow.kafkaadapters.catalog.EventDefinition;
import io.orderflow.kafkaadapters.topics.TopicCatalog;
import io.orderflow.kafkaadapters.topics.TopicDefinition;
import io.orderflow.kafkaadapters.topics.TopicLoad;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditSourcesTest {

    private final TopicCatalog topics = TopicCatalog.load();

    @Test
    void areTheTopicsOfBusinessEventsWithoutExceptionAndNoOthers() {
        assertThat(AuditSources.of(topics))
                .containsExactlyInAnyOrderElementsOf(topics.topics("local").stream()
                        .filter(TopicDefinition::lifecycle)
                        .map(TopicDefinition::name)
                        .toList())
                .containsExactlyInAnyOrder(
                        "cpq.quote.events.v1",
                        "cpq.approval.events.v1",
                        "oms.order.events.v1",
                        "oms.orchestration.events.v1",
                        "oms.fulfillment.integration.v1");
    }

    @Test
    void carryEveryCataloguedEventExceptForAlerts() {
        assertThat(EventCatalog.load().definitions())
                .extracting(EventDefinition::topic)
                .filteredOn(topic -> !AuditSources.of(topics).contains(topic))
                .containsOnly("platform.dead-letter-alerts.v1");
    }

    @Test
    void areNeverWhatTheExportWrites() {
        assertThatThrownBy(() -> AuditSources.of(List.of(read("oms.order.events.v1"), read(AuditExport.TOPIC))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(AuditExport.TOPIC);
        assertThatThrownBy(() -> AuditSources.of(List.of())).isInstanceOf(IllegalStateException.class);
    }

    private static TopicDefinition read(String name) {
        return new TopicDefinition(
                name,
                "platform",
                "high",
                false,
                List.of(AuditExport.GROUP),
                new TopicLoad(1, 1),
                1,
                (short) 1,
                Map.of());
    }
}

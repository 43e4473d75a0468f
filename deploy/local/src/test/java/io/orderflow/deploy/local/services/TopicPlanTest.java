package io.orderflow.deploy.local.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicPlanTest {

    private static final String YAML =
            """
            families:
              retry:
                delays: [1m, 1h]
                cleanupPolicy: delete
                local: {partitions: 3, replicationFactor: 1, minInSyncReplicas: 1, retentionMs: 300}
              deadLetter:
                cleanupPolicy: delete
                local: {partitions: 2, replicationFactor: 1, minInSyncReplicas: 1, retentionMs: 400}
            topics:
              - name: oms.order.events.v1
                cleanupPolicy: delete
                local: {partitions: 12, replicationFactor: 1, minInSyncReplicas: 1, retentionMs: 500}
                retryFamily: true
                deadLetter: true
              - name: audit.v1
                cleanupPolicy: delete
                local: {partitions: 6, replicationFactor: 1, minInSyncReplicas: 1, retentionMs: -1}
            """;

    @Test
    void addsTheRetryAndDeadLetterTopicsOfASource() throws IOException {
        List<NewTopic> plan = TopicPlan.read(new ByteArrayInputStream(YAML.getBytes(StandardCharsets.UTF_8)));

        assertThat(plan)
                .extracting(NewTopic::name)
                .containsExactly(
                        "oms.order.events.v1",
                        "oms.order.events.retry.1m.v1",
                        "oms.order.events.retry.1h.v1",
                        "oms.order.events.dlt.v1",
                        "audit.v1");
        assertThat(plan).extracting(NewTopic::numPartitions).containsExactly(12, 3, 3, 2, 6);
        assertThat(plan.get(4).configs())
                .isEqualTo(Map.of("cleanup.policy", "delete", "retention.ms", "-1", "min.insync.replicas", "1"));
    }

    @Test
    void readsTheContracts() throws IOException {
        assertThat(TopicPlan.ofContracts())
                .extracting(NewTopic::name)
                .doesNotHaveDuplicates()
                .contains(
                        "cpq.quote.events.v1",
                        "oms.order.events.v1",
                        "oms.orchestration.events.v1",
                        "oms.fulfillment.integration.v1",
                        "oms.order.events.dlt.v1");
    }
}

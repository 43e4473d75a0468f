package io.orderflow.deploy.local.services;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicPlanTest {

    @Test
    void fitsOneMachineAndTakesTheLargestRecord() {
        assertThat(TopicPlan.ofContracts())
                .extracting(NewTopic::name)
                .doesNotHaveDuplicates()
                .contains(
                        "cpq.quote.events.v1",
                        "oms.order.events.v1",
                        "oms.orchestration.events.v1",
                        "oms.fulfillment.integration.v1",
                        "oms.order.events.dlt.v1");
        assertThat(TopicPlan.ofContracts()).allSatisfy(topic -> {
            assertThat(topic.replicationFactor()).isEqualTo((short) 1);
            assertThat(topic.configs()).containsKeys("retention.ms", "cleanup.policy", "max.message.bytes");
        });
    }
}

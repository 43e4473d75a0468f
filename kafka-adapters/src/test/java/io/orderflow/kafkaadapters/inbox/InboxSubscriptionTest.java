package io.orderflow.kafkaadapters.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InboxSubscriptionTest {

    private static final List<String> TWO = List.of("oms.order.events.v1", "oms.orchestration.events.v1");

    @Test
    void aGroupThatJudgesVersionsReadsOneTopic() {
        assertThatThrownBy(() -> new InboxSubscription("a.b.consumer", TWO, Map.of(), InboxSubscription.Range.TOPIC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a group for each topic");
    }

    @Test
    void aGroupThatOnlyPassesEventsOnReadsMany() {
        assertThat(InboxSubscription.toEverything("a.b.consumer", TWO).topics()).isEqualTo(TWO);
    }

    @Test
    void aGroupForAWholeTopicReadsTypesWithoutARecordAsTrees() {
        InboxSubscription subscription =
                InboxSubscription.toTopic("a.b.consumer", "one.v1", Map.of("Named", String.class));
        assertThat(subscription.payloadType("Named")).isEqualTo(String.class);
        assertThat(subscription.payloadType("Later")).isEqualTo(JsonNode.class);
        assertThat(subscription.everything()).as("versions count").isFalse();
    }
}

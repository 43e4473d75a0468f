package io.orderflow.fulfillmentmock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.testing.support.kafka.TestKafka;
import java.util.Map;

/** What the process would send when an order needs an approval. */
final class ApprovalRequests {

    static final String PROCESSES = "oms.orchestration.events.v1";
    static final String APPROVALS = "cpq.approval.events.v1";

    private ApprovalRequests() {}

    static void send(ObjectNode event) {
        TestKafka.send(
                PROCESSES,
                event.path("aggregateId").asText(),
                event.toString(),
                Map.of("tenantId", event.path("tenantId").asText()));
    }
}

package io.orderflow.orchestration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;

/** An order that no model of the service is bound to, and the model of an analyst who wants one to be. */
final class RejectedOrder {

    static final String PROCESS = "rejected-order";

    final String orderId = "ord_" + UuidCreator.getTimeOrderedEpoch().toString().replace("-", "");

    private int version;

    Event rejected() {
        ObjectNode payload =
                payload().put("quoteId", "q_1").put("customerId", "cust_1").put("rejectedAt", Event.AT);
        payload.putArray("reasons").addObject().put("code", "no_lines").put("message", "Nothing to deliver");
        return event("OrderRejected", payload);
    }

    Event waived(String waivedBy, String offer) {
        ObjectNode payload = payload()
                .put("orderLineId", orderId + "-1")
                .put("waivedAt", Event.AT)
                .put("waivedBy", waivedBy)
                .put("reason", "Not needed");
        payload.putObject("line").put("offerId", offer).put("action", "ADD").put("quantity", 6);
        return event("OrderLineWaived", payload);
    }

    /** The model as text. */
    static String model() {
        try (InputStream in = RejectedOrder.class.getResourceAsStream("/binding/rejected-order.bpmn")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the deployment's id */
    static String deploy(ProcessEngine engine, String model) {
        return engine.getRepositoryService()
                .createDeployment()
                .name("by an analyst")
                .addString("rejected-order.bpmn", model)
                .deploy()
                .getId();
    }

    private ObjectNode payload() {
        return Event.object().put("orderId", orderId);
    }

    private Event event(String type, ObjectNode payload) {
        return Event.of(OrderEvents.TOPIC, "order-service/Order", type, orderId, ++version, "corr_" + orderId, payload);
    }
}

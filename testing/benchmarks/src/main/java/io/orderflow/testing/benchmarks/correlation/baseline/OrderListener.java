package io.orderflow.testing.benchmarks.correlation.baseline;

import static org.camunda.bpm.engine.variable.Variables.untypedValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.testing.benchmarks.workload.OrderEvents;
import java.math.BigDecimal;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Inbox row and engine call commit together, record by record. */
class OrderListener {

    private final ObjectMapper json = new ObjectMapper();
    private final RuntimeService engine;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    OrderListener(RuntimeService engine, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        jdbc.sql(BaselineSql.CREATE).update();
    }

    @KafkaListener(topics = OrderEvents.TOPIC)
    void receive(ConsumerRecord<String, String> received) throws JsonProcessingException {
        JsonNode event = json.readTree(received.value());
        UUID id = UUID.fromString(event.required("eventId").asText());
        transaction.executeWithoutResult(status -> {
            if (jdbc.sql(BaselineSql.INSERT).param("id", id).update() == 1) {
                correlate(event);
            }
        });
    }

    private void correlate(JsonNode event) {
        String type = event.required("eventType").asText();
        String orderId = event.required("aggregateId").asText();
        JsonNode payload = event.required("payload");
        switch (type) {
            case "OrderCaptured" ->
                engine.createMessageCorrelation(type)
                        .processInstanceBusinessKey(orderId)
                        .setVariables(variables(event, payload))
                        .correlateStartMessage();
            case "OrderLineFulfillmentCompleted" ->
                engine.createMessageCorrelation(
                                type + ":" + payload.required("orderLineId").asText())
                        .processInstanceBusinessKey(orderId)
                        .correlate();
            default ->
                engine.createMessageCorrelation(type)
                        .processInstanceBusinessKey(orderId)
                        .correlate();
        }
    }

    private static VariableMap variables(JsonNode event, JsonNode payload) {
        JsonNode totals = payload.required("totals");
        return Variables.createVariables()
                .putValue("correlationId", event.required("correlationId").asText())
                .putValueTyped(
                        "orderLineIds",
                        untypedValue(payload.required("lineSummaries").findValuesAsText("orderLineId"), true))
                .putValueTyped(
                        "customerId",
                        untypedValue(payload.required("customerId").asText(), true))
                .putValueTyped(
                        "currency", untypedValue(payload.required("currency").asText(), true))
                .putValueTyped(
                        "oneTimeTotal",
                        untypedValue(
                                new BigDecimal(totals.required("oneTimeTotal").asText()), true))
                .putValueTyped(
                        "recurringTotal",
                        untypedValue(
                                new BigDecimal(totals.required("recurringTotal").asText()), true));
    }
}

package io.orderflow.fulfillmentmock.provider;

import io.orderflow.kafkaadapters.envelope.EventOrigin;
import io.orderflow.kafkaadapters.outbox.Outbox;
import io.orderflow.kafkaadapters.outbox.OutgoingEvent;
import io.orderflow.kafkaadapters.outbox.RecordOutbox;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts answers into words and hands them to the outbox of the current transaction. */
@Component
class AnswerEvents {

    static final String TOPIC = "oms.fulfillment.integration.v1";

    private final Outbox outbox;
    private final RecordOutbox records;

    AnswerEvents(Outbox outbox, RecordOutbox records) {
        this.outbox = outbox;
        this.records = records;
    }

    /** Publishes an answer as its plan says: once, several times, or not at all. */
    void publish(FulfillmentRequest request, Instant answeredAt) {
        switch (request.plan().behaviour()) {
            case GARBAGE -> publishGarbage(request);
            case SUCCEED, FAIL, FAIL_THEN_SUCCEED, DUPLICATE, REORDER, LOSE, ANSWER_AFTER_CANCEL -> {
                // Nothing but the answer.
            }
        }
        outbox.append(Collections.nCopies(request.plan().copies(), answer(request, answeredAt, null)));
    }

    /** Publishes one event with the answer. @param version null lets the outbox count */
    void publishOnce(FulfillmentRequest request, Instant answeredAt, @Nullable Long version) {
        outbox.append(answer(request, answeredAt, version));
    }

    /**
     * The beginning of an answer, cut off. The outbox for events refuses what breaks its schema, as it should; the one for
     * records takes anything, orders it with the answer, and sends it only if the answer is committed. It uses up no
     * version, because nobody can read one from it.
     */
    private void publishGarbage(FulfillmentRequest request) {
        String cutOff = "{\"eventType\":\"FulfillmentCompleted\",\"aggregateId\":\"" + request.orderId();
        records.append(TOPIC, request.orderId(), "Garbage", Map.of(), cutOff.getBytes(StandardCharsets.UTF_8));
    }

    private static OutgoingEvent answer(FulfillmentRequest request, Instant answeredAt, @Nullable Long version) {
        Object payload = payload(request, answeredAt);
        return new OutgoingEvent(
                payload.getClass().getSimpleName(),
                request.tenantId(),
                "Fulfillment",
                request.orderId(),
                version,
                answeredAt,
                payload,
                new EventOrigin(
                        request.correlationId(),
                        request.eventId().toString(),
                        request.traceId(),
                        Map.of("actorType", "SYSTEM")));
    }

    private static Object payload(FulfillmentRequest request, Instant answeredAt) {
        var failure = request.plan().failure();
        return failure == null
                ? new FulfillmentCompleted(
                        request.orderId(),
                        request.orderLineId(),
                        request.attempt(),
                        request.idempotencyKey(),
                        request.providerReference(),
                        answeredAt)
                : new FulfillmentFailed(
                        request.orderId(),
                        request.orderLineId(),
                        request.attempt(),
                        request.idempotencyKey(),
                        answeredAt,
                        failure.code(),
                        failure.message(),
                        failure.retryable(),
                        request.providerReference());
    }
}

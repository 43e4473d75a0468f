package io.orderflow.fulfillmentmock.replay;

import io.orderflow.fulfillmentmock.provider.RequestedFulfillment;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where a replay writes what it reads: tables that nobody acts upon. */
@Repository
class Staging {

    private final JdbcClient jdbc;

    Staging(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addRequests(UUID runId, List<ExpectedRequest> requests) {
        jdbc.sql(StagingSql.ADD_REQUESTS)
                .param("runId", runId)
                .param("tenantIds", texts(requests, ExpectedRequest::tenantId))
                .param("orderIds", fields(requests, RequestedFulfillment::orderId))
                .param("orderLineIds", fields(requests, RequestedFulfillment::orderLineId))
                .param("attempts", numbers(requests, expected -> expected.request()
                        .attempt()))
                .param("idempotencyKeys", fields(requests, RequestedFulfillment::idempotencyKey))
                .param("offerIds", fields(requests, RequestedFulfillment::offerId))
                .param("actions", fields(requests, RequestedFulfillment::action))
                .param("quantities", numbers(requests, expected -> expected.request()
                        .quantity()))
                .param("providerReferences", texts(requests, ExpectedRequest::providerReference))
                .param("requestedAt", fields(requests, request -> request.requestedAt()
                        .toString()))
                .param("eventIds", fields(requests, request -> request.eventId().toString()))
                .param("correlationIds", fields(requests, RequestedFulfillment::correlationId))
                .param("traceIds", fields(requests, RequestedFulfillment::traceId))
                .param("partitions", numbers(requests, ExpectedRequest::partition))
                .param(
                        "offsets",
                        requests.stream().mapToLong(ExpectedRequest::offset).toArray())
                .update();
    }

    void addAnswers(UUID runId, List<InboxEvent> answers) {
        jdbc.sql(StagingSql.ADD_ANSWERS)
                .param("runId", runId)
                .param("tenantIds", texts(answers, event -> event.envelope().tenantId()))
                .param("orderIds", texts(answers, event -> answer(event).orderId()))
                .param("orderLineIds", texts(answers, event -> answer(event).orderLineId()))
                .param("attempts", numbers(answers, event -> answer(event).attempt()))
                .param("eventTypes", texts(answers, InboxEvent::type))
                .param(
                        "versions",
                        answers.stream()
                                .mapToLong(event -> event.envelope().aggregateVersion())
                                .toArray())
                .update();
    }

    /** The orders with answers that have been given and not been sent yet. */
    List<String> ordersWithAnswersUnderWay(String topic) {
        return jdbc.sql(StagingSql.ANSWERS_UNDER_WAY)
                .param("topic", topic)
                .query(String.class)
                .list();
    }

    private static Answered answer(InboxEvent event) {
        return event.payload(Answered.class);
    }

    private static @Nullable String[] fields(
            List<ExpectedRequest> requests, Function<RequestedFulfillment, @Nullable String> field) {
        return texts(requests, expected -> field.apply(expected.request()));
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static <T> Integer[] numbers(List<T> rows, Function<T, Integer> column) {
        return rows.stream().map(column).toArray(Integer[]::new);
    }
}

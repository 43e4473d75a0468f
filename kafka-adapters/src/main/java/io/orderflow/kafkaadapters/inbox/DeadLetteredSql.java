package io.orderflow.kafkaadapters.inbox;

/** Reads from {@code inbox_event} what a consumer has given up. */
final class DeadLetteredSql {

    /** Goes over all rows of the consumer: for who has much to read anyway, once. */
    static final String FIND =
            """
            select event_id, kafka_partition, kafka_offset from inbox_event
             where consumer = :consumer and topic = :topic and outcome = 'DEAD_LETTER'
            """;

    private DeadLetteredSql() {}
}

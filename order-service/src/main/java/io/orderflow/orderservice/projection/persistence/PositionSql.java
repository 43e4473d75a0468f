package io.orderflow.orderservice.projection.persistence;

/** Statements on {@code order_summary_position}. */
final class PositionSql {

    static final String FIND =
            """
            select kafka_partition, next_offset from order_summary_position where generation = :generation
            """;

    static final String FIND_IN_USE =
            """
            select p.kafka_partition, p.next_offset
              from order_summary_position p join order_summary_generation g on g.number = p.generation
             where g.state = 'CURRENT'
            """;

    static final String REACH =
            """
            insert into order_summary_position as known (generation, kafka_partition, next_offset)
            select :generation, kafka_partition, next_offset
              from unnest(:partitions::integer[], :offsets::bigint[]) as reached (kafka_partition, next_offset)
             order by kafka_partition
                on conflict (generation, kafka_partition) do update set next_offset = excluded.next_offset
             where known.next_offset < excluded.next_offset
            """;

    static final String REACH_IN_USE =
            """
            insert into order_summary_position as known (generation, kafka_partition, next_offset)
            select g.number, kafka_partition, next_offset
              from order_summary_generation g,
                   unnest(:partitions::integer[], :offsets::bigint[]) as reached (kafka_partition, next_offset)
             where g.state = 'CURRENT'
             order by kafka_partition
                on conflict (generation, kafka_partition) do update set next_offset = excluded.next_offset
             where known.next_offset < excluded.next_offset
            """;

    private PositionSql() {}
}

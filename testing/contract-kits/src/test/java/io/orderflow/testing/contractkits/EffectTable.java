package io.orderflow.testing.contractkits;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Effects as rows in a table without any constraint: a second application of an event shows, and so does the order. */
record EffectTable(JdbcClient jdbc) {

    static EffectTable in(JdbcClient jdbc) {
        jdbc.sql("create table if not exists effect"
                        + " (consumer text, aggregate text, event text, id bigint generated always as identity)")
                .update();
        return new EffectTable(jdbc);
    }

    void add(String consumer, String aggregateId, String eventId) {
        jdbc.sql("insert into effect (consumer, aggregate, event) values (?, ?, ?)")
                .params(consumer, aggregateId, eventId)
                .update();
    }

    List<String> of(String aggregateId) {
        return jdbc.sql("select consumer || ' ' || event from effect where aggregate = ? order by id")
                .param(aggregateId)
                .query(String.class)
                .list();
    }
}

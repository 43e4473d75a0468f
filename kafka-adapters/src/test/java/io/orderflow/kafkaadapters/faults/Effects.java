package io.orderflow.kafkaadapters.faults;

import io.orderflow.testing.support.postgres.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What {@link EffectHandler}s have done in one database. */
final class Effects {

    private final JdbcClient jdbc;

    private Effects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static Effects in(TestDatabase database) {
        JdbcClient jdbc =
                JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()));
        jdbc.sql(
                        """
                        create table if not exists effect (
                            position bigint generated always as identity, event_id uuid, aggregate_id text, version bigint)
                        """)
                .update();
        return new Effects(jdbc);
    }

    /** One application of one event. */
    record Effect(UUID eventId, String aggregateId, long version) {}

    /** In the order in which they were made. */
    List<Effect> all() {
        return jdbc.sql("select event_id, aggregate_id, version from effect order by position")
                .query((row, number) -> new Effect(row.getObject(1, UUID.class), row.getString(2), row.getLong(3)))
                .list();
    }

    long count() {
        return count("select count(*) from effect");
    }

    long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    JdbcClient jdbc() {
        return jdbc;
    }
}

package io.orderflow.kafkaadapters.faults;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that takes its time. */
final class Slow {

    private Slow() {}

    static void database(JdbcClient jdbc, Duration time) {
        jdbc.sql("select 1 from pg_sleep(:seconds)")
                .param("seconds", time.toMillis() / 1000.0)
                .query(Integer.class)
                .single();
    }
}

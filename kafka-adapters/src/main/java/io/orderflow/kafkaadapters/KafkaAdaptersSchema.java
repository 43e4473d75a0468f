package io.orderflow.kafkaadapters;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the library's own tables up to date, with a history of its own beside the service's. Whoever uses a table takes
 * this as a constructor argument and so comes after it.
 */
public final class KafkaAdaptersSchema {

    KafkaAdaptersSchema(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration/kafka_adapters")
                .table("flyway_history_kafka_adapters")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}

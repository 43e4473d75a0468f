package io.orderflow.messagecorrelation.camunda;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the library's own table up to date, with a history of its own beside the service's. */
final class MessageCorrelationSchema {

    MessageCorrelationSchema(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration/message_correlation")
                .table("flyway_history_message_correlation")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}

package io.orderflow.kafkaadapters.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.kafkaadapters.KafkaAdaptersProperties;
import io.orderflow.kafkaadapters.KafkaAdaptersProperties.AfterParked;
import io.orderflow.kafkaadapters.KafkaAdaptersSchema;
import io.orderflow.kafkaadapters.catalog.EventCatalog;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the outbox for those who append and for operators; sits here so that all else can stay hidden. */
@AutoConfiguration(
        after = JdbcClientAutoConfiguration.class,
        afterName = {
            "io.orderflow.kafkaadapters.KafkaAdaptersAutoConfiguration",
            "org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration"
        })
@Import(RelayConfiguration.class)
class OutboxAutoConfiguration {

    @Bean
    WakeUp outboxWakeUp() {
        return new WakeUp();
    }

    @Bean
    OutboxWriter outboxWriter(
            JdbcClient jdbc, EnvelopeCodec codec, Clock clock, WakeUp wakeUp, KafkaAdaptersSchema after) {
        return new OutboxWriter(jdbc, codec, clock, wakeUp);
    }

    @Bean
    Outbox outbox(
            EventCatalog catalog,
            EnvelopeCodec codec,
            KafkaAdaptersProperties settings,
            OutboxWriter writer,
            MeterRegistry meters) {
        return new JdbcOutbox(catalog, codec, settings.publishesFor(), writer, meters);
    }

    @Bean
    RecordOutbox recordOutbox(OutboxWriter writer) {
        return new RecordOutbox(writer);
    }

    @Bean
    ParkedOutbox parkedOutbox(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            WakeUp wakeUp,
            KafkaAdaptersProperties settings) {
        boolean hold = settings.outbox().afterParked() == AfterParked.HOLD;
        return new JdbcParkedOutbox(jdbc, new TransactionTemplate(transactions), clock, wakeUp, hold);
    }

    @Bean
    PublishedEvents publishedEvents(
            DataSource database, PlatformTransactionManager transactions, Clock clock, WakeUp wakeUp) {
        return new JdbcPublishedEvents(database, new TransactionTemplate(transactions), clock, wakeUp);
    }
}

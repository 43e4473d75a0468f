package io.orderflow.kafkaadapters.inbox;

import io.orderflow.kafkaadapters.KafkaAdaptersProperties;
import io.orderflow.kafkaadapters.KafkaAdaptersSchema;
import io.orderflow.kafkaadapters.upkeep.UpkeepJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the ledger; sits here so that it can stay hidden. */
@AutoConfiguration(
        after = JdbcClientAutoConfiguration.class,
        afterName = {
            "io.orderflow.kafkaadapters.KafkaAdaptersAutoConfiguration",
            "org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration"
        })
class InboxAutoConfiguration {

    private static final Duration LOOK_AFTER_PARTITIONS = Duration.ofHours(6);
    private static final int RETIRED_AT_ONCE = 10_000;

    /** The partitions of today exist before the first event is written. */
    @Bean
    InboxPartitions inboxPartitions(
            JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock, KafkaAdaptersSchema after) {
        InboxPartitions partitions = new InboxPartitions(jdbc, new TransactionTemplate(transactions));
        partitions.createAhead(clock.instant());
        return partitions;
    }

    @Bean
    Inbox inbox(JdbcClient jdbc, Clock clock, InboxPartitions after) {
        return new JdbcInbox(jdbc, clock);
    }

    @Bean
    AggregateVersions aggregateVersions(JdbcClient jdbc, Clock clock, KafkaAdaptersSchema after) {
        return new AggregateVersions(jdbc, clock);
    }

    @Bean
    DeadLetteredEvents deadLetteredEvents(JdbcClient jdbc, KafkaAdaptersSchema after) {
        return new DeadLetteredEvents(jdbc);
    }

    @Bean
    ParkedEvents parkedEvents(JdbcClient jdbc, KafkaAdaptersSchema after) {
        return new ParkedEvents(jdbc);
    }

    @Bean
    AwaitedRows awaitedRows(JdbcClient jdbc, KafkaAdaptersSchema after) {
        return new AwaitedRows(jdbc);
    }

    @Bean
    UpkeepJob inboxRetention(
            InboxPartitions partitions, AggregateVersions versions, KafkaAdaptersProperties settings, Clock clock) {
        return UpkeepJob.of("inbox-retention", LOOK_AFTER_PARTITIONS, () -> {
            Instant now = clock.instant();
            Instant horizon = now.minus(settings.consumer().ledgerRetention());
            partitions.createAhead(now);
            partitions.dropBefore(horizon);
            while (versions.retire(horizon, RETIRED_AT_ONCE) == RETIRED_AT_ONCE) {
                // Small transactions, so that nobody waits for a long one.
            }
        });
    }
}

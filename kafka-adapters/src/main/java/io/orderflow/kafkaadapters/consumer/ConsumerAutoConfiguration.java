package io.orderflow.kafkaadapters.consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.kafkaadapters.KafkaAdaptersProperties;
import io.orderflow.kafkaadapters.KafkaAdaptersSchema;
import io.orderflow.kafkaadapters.KafkaClients;
import io.orderflow.kafkaadapters.catalog.EventCatalog;
import io.orderflow.kafkaadapters.deadletter.DeadLetterStore;
import io.orderflow.kafkaadapters.deadletter.DeadLetters;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import io.orderflow.kafkaadapters.inbox.AggregateVersions;
import io.orderflow.kafkaadapters.inbox.AwaitedEvents;
import io.orderflow.kafkaadapters.inbox.AwaitedRows;
import io.orderflow.kafkaadapters.inbox.Inbox;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.inbox.ParkedEvents;
import io.orderflow.kafkaadapters.outbox.RecordOutbox;
import io.orderflow.kafkaadapters.topics.TopicCatalog;
import io.orderflow.kafkaadapters.upkeep.UpkeepJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the consumers for every {@link InboxHandler} bean. */
@AutoConfiguration(
        afterName = {
            "io.orderflow.kafkaadapters.outbox.OutboxAutoConfiguration",
            "io.orderflow.kafkaadapters.inbox.InboxAutoConfiguration",
            "org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration"
        })
class ConsumerAutoConfiguration {

    private static final Duration SWEEP_EVERY = Duration.ofSeconds(30);
    private static final Duration RETIRE_EVERY = Duration.ofHours(6);
    private static final int RETIRED_AT_ONCE = 1_000;

    @Bean(destroyMethod = "close")
    Admin inboxAdmin(KafkaClients clients) {
        return clients.admin();
    }

    @Bean
    ConsumptionFactory.Stores inboxStores(
            PlatformTransactionManager transactions,
            Inbox inbox,
            AggregateVersions versions,
            ParkedEvents parked,
            AwaitedRows awaited,
            DeadLetterStore deadLetters,
            RecordOutbox outbox) {
        return new ConsumptionFactory.Stores(
                new TransactionTemplate(transactions), inbox, versions, parked, awaited, deadLetters, outbox);
    }

    @Bean
    Waking inboxWaking(AwaitedRows rows, Clock clock) {
        Aside aside = new Aside(clock);
        InHand inHand = new InHand();
        return new Waking(aside, inHand, new AwaitedDesk(rows, aside, inHand));
    }

    /** Needs no handler, because a handler may need it. */
    @Bean
    AwaitedEvents awaitedEvents(Waking waking) {
        return waking.desk();
    }

    @Bean
    DeadLetterStore deadLetterStore(JdbcClient jdbc, Clock clock, KafkaAdaptersSchema after) {
        return new DeadLetterStore(jdbc, clock);
    }

    @Bean
    DeadLetters deadLetters(ConsumptionFactory.Stores stores, Consumptions all, Clock clock) {
        return new RedriveDesk(
                stores.deadLetters(),
                all.each().stream()
                        .collect(Collectors.toMap(each -> each.subscription().consumerGroup(), Consumption::redriver)),
                new Discards(stores.deadLetters(), stores.versions(), stores.transaction()),
                clock);
    }

    @Bean
    UpkeepJob deadLetterRetention(DeadLetterStore store, KafkaAdaptersProperties settings, Clock clock) {
        return UpkeepJob.of("dead-letter-retention", RETIRE_EVERY, () -> {
            Instant horizon = clock.instant().minus(settings.consumer().deadLetterRetention());
            while (store.retire(horizon, RETIRED_AT_ONCE) == RETIRED_AT_ONCE) {
                // Small transactions, so that nobody waits for a long one.
            }
        });
    }

    @Bean
    ConsumptionFactory consumptionFactory(
            EventCatalog catalog,
            EnvelopeCodec codec,
            ConsumptionFactory.Stores stores,
            Waking waking,
            KafkaAdaptersProperties settings,
            MeterRegistry meters,
            Admin inboxAdmin,
            Clock clock,
            @Value("${spring.application.version:unknown}") String serviceBuild) {
        return new ConsumptionFactory(
                new ConsumptionFactory.Contracts(catalog, codec, TopicCatalog.load()),
                stores,
                waking,
                settings,
                meters,
                inboxAdmin,
                clock,
                serviceBuild);
    }

    @Bean
    Consumptions consumptions(ObjectProvider<InboxHandler> handlers, ConsumptionFactory factory) {
        return new Consumptions(handlers.orderedStream().map(factory::of).toList());
    }

    @Bean
    InboxConsumers inboxConsumers(Consumptions all, KafkaClients clients, KafkaAdaptersProperties settings) {
        return new InboxConsumers(
                all.each(), clients.consumerFactory(), settings.consumer().concurrency());
    }

    @Bean
    UpkeepJob parkedSweep(Consumptions all) {
        return UpkeepJob.of("inbox-parked", SWEEP_EVERY, all::sweep);
    }

    /** A bean of its own, because a list of beans would be taken apart. */
    record Consumptions(List<Consumption> each) {

        /** One group's trouble does not keep the others from theirs. */
        void sweep() {
            List<RuntimeException> failures = new ArrayList<>();
            for (Consumption consumption : each) {
                try {
                    consumption.sweepParked();
                } catch (RuntimeException failure) {
                    failures.add(failure);
                }
            }
            if (!failures.isEmpty()) {
                RuntimeException first = failures.get(0);
                failures.stream().skip(1).forEach(first::addSuppressed);
                throw first;
            }
        }
    }
}

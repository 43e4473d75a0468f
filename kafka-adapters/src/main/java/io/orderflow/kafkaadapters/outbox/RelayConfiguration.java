package io.orderflow.kafkaadapters.outbox;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.kafkaadapters.KafkaAdaptersProperties;
import io.orderflow.kafkaadapters.KafkaAdaptersProperties.AfterParked;
import io.orderflow.kafkaadapters.KafkaAdaptersSchema;
import io.orderflow.kafkaadapters.KafkaClients;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the relay, what wakes it and what tidies up behind it. */
@Configuration(proxyBeanMethods = false)
class RelayConfiguration {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final LongSupplier STOPWATCH = System::nanoTime;

    @Bean
    ShardLease outboxShardLease(JdbcClient jdbc, KafkaAdaptersProperties settings, KafkaAdaptersSchema after) {
        String instance = settings.requiredServiceName() + "/" + UuidCreator.getTimeOrderedEpoch();
        return new ShardLease(jdbc, instance, settings.outbox().lease(), STOPWATCH);
    }

    @Bean
    PublishedPartitions outboxPublishedPartitions(
            JdbcClient jdbc, KafkaAdaptersProperties settings, KafkaAdaptersSchema after) {
        PublishedPartitions partitions =
                new PublishedPartitions(jdbc, settings.outbox().publishedWindow());
        partitions.prepare();
        return partitions;
    }

    @Bean
    LeaseReaper outboxLeaseReaper(JdbcClient jdbc, KafkaAdaptersProperties settings) {
        return new LeaseReaper(jdbc, settings.outbox().lease());
    }

    @Bean
    OutboxStore outboxStore(DataSource database, KafkaAdaptersSchema after) {
        return new OutboxStore(JdbcClient.create(new PlannedEachTime(database)));
    }

    @Bean(destroyMethod = "close")
    Reader outboxReader(OutboxStore store) {
        return new Reader(store);
    }

    @Bean(destroyMethod = "close")
    Acknowledgement outboxAcknowledgement(
            JdbcClient jdbc, KafkaAdaptersProperties settings, PublishedPartitions after) {
        return new Acknowledgement(jdbc, !settings.outbox().publishedWindow().isZero());
    }

    @Bean
    BacklogMeters outboxBacklogMeters(MeterRegistry meters, Clock clock, OutboxStore store) {
        return new BacklogMeters(meters, clock, store);
    }

    @Bean
    RelayProducer outboxRelayProducer(KafkaClients clients, MeterRegistry meters) {
        return new RelayProducer(clients::outboxProducer, meters);
    }

    @Bean(destroyMethod = "close")
    TopicCheck outboxTopicCheck(KafkaClients clients, KafkaAdaptersProperties settings) {
        return new TopicCheck(clients::admin, settings.outbox().longestBlock(), STOPWATCH);
    }

    @Bean
    RelayPass outboxRelayPass(
            Reader reader,
            Acknowledgement acknowledgement,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            RelayProducer kafka,
            TopicCheck topics,
            ShardLease lease,
            MeterRegistry meters,
            KafkaAdaptersProperties properties) {
        KafkaAdaptersProperties.Outbox settings = properties.outbox();
        ParkedStore parked = new ParkedStore(jdbc, new TransactionTemplate(transactions), clock);
        HeldKeys held = new HeldKeys(parked, settings.afterParked() == AfterParked.HOLD);
        return new RelayPass(
                reader,
                parked,
                held,
                new BatchSender(kafka, topics, held, clock),
                new Settlement(kafka, topics, settings.delivery(), STOPWATCH, lease::owned),
                acknowledgement,
                kafka,
                lease,
                new TopicPauses(() -> backoff(settings), STOPWATCH),
                new OutboxMeters(meters, clock),
                settings.batch(),
                STOPWATCH);
    }

    @Bean
    OutboxRelay outboxRelay(
            RelayPass pass, ShardLease lease, RelayProducer kafka, WakeUp wakeUp, KafkaAdaptersProperties properties) {
        return new OutboxRelay(pass, lease, kafka, wakeUp, backoff(properties.outbox()), properties.outbox());
    }

    @Bean
    NeighbourNotifier outboxNeighbourNotifier(JdbcClient jdbc, WakeUp wakeUp, ShardLease lease) {
        return new NeighbourNotifier(jdbc, wakeUp, lease.owner(), lease::othersAlive);
    }

    @Bean
    NeighbourListener outboxNeighbourListener(DataSource database, WakeUp wakeUp, ShardLease lease) {
        return new NeighbourListener(database, wakeUp, lease.owner(), STOPWATCH);
    }

    private static Backoff backoff(KafkaAdaptersProperties.Outbox settings) {
        return new Backoff(FIRST_PAUSE, settings.pauseWithinLease(), () -> ThreadLocalRandom.current()
                .nextDouble());
    }
}

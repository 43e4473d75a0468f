package io.orderflow.kafkaadapters.outbox;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.kafkaadapters.KafkaAdaptersProperties;
import io.orderflow.kafkaadapters.KafkaAdaptersSchema;
import io.orderflow.kafkaadapters.KafkaClients;
import io.orderflow.kafkaadapters.catalog.EventCatalog;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import java.time.Clock;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the outbox and its relay; sits here so that they can stay hidden. */
@AutoConfiguration(
        after = JdbcClientAutoConfiguration.class,
        afterName = {
            "io.orderflow.kafkaadapters.KafkaAdaptersAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration"
        })
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
    Outbox outbox(EventCatalog catalog, EnvelopeCodec codec, KafkaAdaptersProperties settings, OutboxWriter writer) {
        return new JdbcOutbox(catalog, codec, settings.publishesFor(), writer);
    }

    @Bean
    RecordOutbox recordOutbox(OutboxWriter writer) {
        return new RecordOutbox(writer);
    }

    @Bean
    OutboxStore outboxStore(JdbcClient jdbc, Clock clock, KafkaAdaptersSchema after) {
        return new OutboxStore(jdbc, clock);
    }

    @Bean(destroyMethod = "close")
    Producer<byte[], byte[]> outboxProducer(KafkaClients clients) {
        return clients.outboxProducer();
    }

    @Bean
    OutboxRelay outboxRelay(
            OutboxStore store,
            Producer<byte[], byte[]> producer,
            JdbcClient jdbc,
            Clock clock,
            WakeUp wakeUp,
            MeterRegistry meters,
            KafkaAdaptersProperties settings) {
        OutboxSettings relay = OutboxSettings.defaults();
        String owner = settings.requiredServiceName() + "/" + UuidCreator.getTimeOrderedEpoch();
        return new OutboxRelay(
                store,
                new BatchSender(producer, clock, new OutboxMeters(meters, clock, store)),
                new ShardLease(jdbc, owner, relay.lease(), System::nanoTime),
                wakeUp,
                relay);
    }
}

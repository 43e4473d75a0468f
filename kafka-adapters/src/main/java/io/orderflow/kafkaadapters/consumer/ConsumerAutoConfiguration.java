package io.orderflow.kafkaadapters.consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.kafkaadapters.KafkaAdaptersProperties;
import io.orderflow.kafkaadapters.KafkaClients;
import io.orderflow.kafkaadapters.catalog.EventCatalog;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import io.orderflow.kafkaadapters.inbox.Inbox;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.outbox.RecordOutbox;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires a consumer for every {@link InboxHandler} bean. */
@AutoConfiguration(
        afterName = {
            "io.orderflow.kafkaadapters.outbox.OutboxAutoConfiguration",
            "io.orderflow.kafkaadapters.inbox.InboxAutoConfiguration",
            "org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration"
        })
class ConsumerAutoConfiguration {

    @Bean
    InboxConsumers inboxConsumers(
            ObjectProvider<InboxHandler> handlers,
            KafkaClients clients,
            KafkaAdaptersProperties settings,
            EventCatalog catalog,
            EnvelopeCodec codec,
            Inbox inbox,
            RecordOutbox outbox,
            PlatformTransactionManager transactions,
            MeterRegistry meters,
            Clock clock) {
        List<InboxHandler> all = handlers.orderedStream().toList();
        return new InboxConsumers(
                all, clients.consumerFactory(), settings.consumer().concurrency(), handler -> {
                    String group = handler.subscription().consumerGroup();
                    return new BatchConsumer(
                            new RecordDecoder(catalog, codec, handler.subscription(), settings.requiredTenants()),
                            new BatchTransaction(
                                    new TransactionTemplate(transactions),
                                    inbox,
                                    handler,
                                    new DeadLetterWriter(outbox, codec, clock, group)),
                            new ConsumerMeters(meters, clock, group));
                });
    }
}

package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.KafkaAdaptersProperties;
import io.orderflow.kafkaadapters.KafkaClients;
import io.orderflow.kafkaadapters.catalog.EventCatalog;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import io.orderflow.kafkaadapters.inbox.DeadLetteredEvents;
import io.orderflow.kafkaadapters.replay.TopicReplay;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Wires replays; sits here because they read records as consumers do. */
@AutoConfiguration(after = ConsumerAutoConfiguration.class)
class ReplayAutoConfiguration {

    @Bean
    TopicReplay topicReplay(
            EventCatalog catalog,
            EnvelopeCodec codec,
            DeadLetteredEvents deadLettered,
            KafkaClients clients,
            KafkaAdaptersProperties settings,
            Clock clock) {
        return new KafkaTopicReplay(catalog, codec, deadLettered, clients.consumerFactory(), settings, clock);
    }
}

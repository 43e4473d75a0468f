package io.orderflow.kafkaadapters;

import io.orderflow.kafkaadapters.catalog.EventCatalog;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.kafka.KafkaAutoConfiguration;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** What every room of the library needs. */
@AutoConfiguration(after = {DataSourceAutoConfiguration.class, KafkaAutoConfiguration.class})
@EnableConfigurationProperties({KafkaAdaptersProperties.class, KafkaProperties.class})
class KafkaAdaptersAutoConfiguration {

    @Bean
    KafkaAdaptersSchema kafkaAdaptersSchema(DataSource dataSource) {
        return new KafkaAdaptersSchema(dataSource);
    }

    @Bean
    KafkaClients kafkaClients(KafkaProperties spring, KafkaAdaptersProperties settings) {
        return new KafkaClients(spring, settings);
    }

    @Bean
    EventCatalog eventCatalog() {
        return EventCatalog.load();
    }

    @Bean
    EnvelopeCodec envelopeCodec() {
        return new EnvelopeCodec();
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}

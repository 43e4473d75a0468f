package io.orderflow.kafkaadapters.inbox;

import io.orderflow.kafkaadapters.KafkaAdaptersSchema;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the ledger; sits here so that it can stay hidden. */
@AutoConfiguration(
        after = JdbcClientAutoConfiguration.class,
        afterName = "io.orderflow.kafkaadapters.KafkaAdaptersAutoConfiguration")
class InboxAutoConfiguration {

    @Bean
    Inbox inbox(JdbcClient jdbc, Clock clock, KafkaAdaptersSchema after) {
        return new JdbcInbox(jdbc, clock);
    }
}

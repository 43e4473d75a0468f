package io.orderflow.kafkaadapters.audit;

import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.outbox.RecordOutbox;
import io.orderflow.kafkaadapters.topics.TopicCatalog;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/**
 * The audit export, off by default. One deployable switches it on; its nodes share the work like those of any consumer
 * group. A second deployable with a database of its own would take events away from the first and know nothing of what
 * that one has already exported.
 */
@AutoConfiguration(
        afterName = {
            "io.orderflow.kafkaadapters.KafkaAdaptersAutoConfiguration",
            "io.orderflow.kafkaadapters.outbox.OutboxAutoConfiguration"
        })
@ConditionalOnProperty("orderflow.kafka.audit.enabled")
class AuditAutoConfiguration {

    @Bean
    InboxHandler auditExport(EnvelopeCodec codec, RecordOutbox outbox, Clock clock) {
        return new AuditExport(AuditSources.of(TopicCatalog.load()), new AuditRecords(codec, clock), outbox);
    }
}

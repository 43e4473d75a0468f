package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.failure.FailureClass;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells people and meters about dead letters, and only about those that have been committed. */
final class DeadLetterNews {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterNews.class);
    private static final Logger SECURITY = LoggerFactory.getLogger("io.orderflow.security");

    private static final Duration QUIET = Duration.ofMinutes(1);

    private final ConsumerMeters meters;
    private final Clock clock;
    private final String consumerGroup;
    private final Map<String, Instant> loudAt = new ConcurrentHashMap<>();

    DeadLetterNews(ConsumerMeters meters, Clock clock, String consumerGroup) {
        this.meters = meters;
        this.clock = clock;
        this.consumerGroup = consumerGroup;
    }

    void afterCommit(List<Buried> buried) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                buried.forEach(each -> tell(each.entry().record().source(), each.cause()));
            }
        });
    }

    /** Loud once in a while for each reason, counted always: a flood of broken records must not become a flood of logs. */
    private void tell(ConsumerRecord<byte[], byte[]> source, Cause cause) {
        meters.deadLetter(cause);
        if (isFirstOfAWhile(cause.code())) {
            LOG.error(
                    "Dead letter: {} partition {} offset {} of {}: {} ({}); the next ones of this kind are logged at debug"
                            + " level for a minute and counted in orderflow.inbox.dead.letters. Next: ./orderflow"
                            + " dead-letters list --group {}",
                    source.topic(),
                    source.partition(),
                    source.offset(),
                    consumerGroup,
                    cause.code(),
                    Hearsay.forLog(cause.reason()),
                    consumerGroup);
        } else {
            LOG.debug("Dead letter: {} partition {} offset {}", source.topic(), source.partition(), source.offset());
        }
        if (cause.failureClass() == FailureClass.TENANT_VIOLATION) {
            SECURITY.warn(
                    "Record of a foreign or missing tenant: {} partition {} offset {}",
                    source.topic(),
                    source.partition(),
                    source.offset());
        }
    }

    private boolean isFirstOfAWhile(String code) {
        Instant now = clock.instant();
        Instant last = loudAt.get(code);
        boolean quietLongEnough = last == null || !last.plus(QUIET).isAfter(now);
        if (quietLongEnough) {
            loudAt.put(code, now);
        }
        return quietLongEnough;
    }
}

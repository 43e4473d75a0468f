package io.orderflow.kafkaadapters.topics;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;

/** Waits for what a broker answers; the time limits of the client apply. */
final class Answers {

    private Answers() {}

    /** @throws KafkaException the failure itself, not wrapped into that of a future */
    static <T> T of(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException failure ? failure : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            // Sets the thread's interrupt flag again.
            throw new InterruptException(e);
        }
    }
}

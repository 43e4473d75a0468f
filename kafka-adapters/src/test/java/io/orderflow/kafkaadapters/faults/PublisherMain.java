package io.orderflow.kafkaadapters.faults;

import io.orderflow.kafkaadapters.TestEvents;
import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Commits a business fact and dies at the very moment of the commit. With {@code publish=outbox} the event is in the
 * outbox by then; with {@code publish=directly} it would have been sent right after, as is so often done.
 */
final class PublisherMain {

    private PublisherMain() {}

    public static void main(String[] arguments) {
        ProcessSettings settings = ProcessSettings.parse(arguments);
        boolean outbox = settings.required("publish").equals("outbox");
        FaultNode node =
                FaultNode.on(settings.database(), settings.required("brokers")).start();
        UUID fact = node.transaction().execute(transaction -> {
            TransactionSynchronizationManager.registerSynchronization(new DeathAfterCommit());
            UUID id = outbox
                    ? node.outbox().append(TestEvents.lineReleased(TestEvents.newOrderId(), 1, null))
                    : UUID.randomUUID();
            remember(node.jdbc(), id);
            return id;
        });
        throw new IllegalStateException("Survived the commit of " + fact + " and could send it now");
    }

    private static void remember(JdbcClient jdbc, UUID fact) {
        jdbc.sql("insert into fact (event_id) values (:id)").param("id", fact).update();
    }

    private static final class DeathAfterCommit implements TransactionSynchronization {

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public void afterCommit() {
            Runtime.getRuntime().halt(LibraryProcess.KILLED);
        }
    }
}

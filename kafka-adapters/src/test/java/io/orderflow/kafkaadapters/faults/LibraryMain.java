package io.orderflow.kafkaadapters.faults;

import io.orderflow.kafkaadapters.inbox.InboxEvent;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What runs in a {@link LibraryProcess}: relay and consumer, until somebody kills it or it kills itself. Arguments are
 * {@code name=value}: {@code url, user, password, brokers, group}, optionally {@code crash} ({@code before-commit} or
 * {@code after-commit} of the first batch), {@code offsets=early}, and any {@code orderflow.} or {@code spring.} property.
 */
final class LibraryMain {

    private LibraryMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        ProcessSettings settings = ProcessSettings.parse(arguments);
        String group = settings.required("group");
        String crash = settings.get("crash", "never");
        FaultNode.Builder node = FaultNode.on(settings.database(), settings.required("brokers"))
                .handler(jdbc -> new EffectHandler(group, jdbc, events -> crash(crash, events)));
        settings.values().forEach((name, value) -> {
            if (name.startsWith("orderflow.") || name.startsWith("spring.")) {
                node.with(name, value);
            }
        });
        if (settings.get("offsets", "after commit").equals("early")) {
            node.beforeEachBatch((records, consumer) -> consumer.commitSync());
        }
        node.start();
        new CountDownLatch(1).await();
    }

    private static void crash(String when, List<InboxEvent> events) {
        if (when.equals("before-commit")) {
            Runtime.getRuntime().halt(LibraryProcess.KILLED);
        }
        if (when.equals("after-commit")) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    Runtime.getRuntime().halt(LibraryProcess.KILLED);
                }
            });
        }
    }
}

package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.kafkaadapters.TestEvents.LineReleased;
import io.orderflow.kafkaadapters.failure.FailureClass;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Its effect is a row for each event, without any protection of its own: a second application shows. */
final class RecordingHandler implements InboxHandler {

    static final HandlingOutcome IGNORE = HandlingOutcome.ignored("test");
    static final HandlingOutcome FAIL =
            HandlingOutcome.failed(FailureClass.CONTRACT_VIOLATION, "unknown_aggregate", "test");
    static final HandlingOutcome REJECT = HandlingOutcome.rejected("not_acceptable", "test");

    private static final HandlingOutcome OUTAGE =
            HandlingOutcome.failed(FailureClass.DEPENDENCY_OUTAGE, "provider_unavailable", "503");

    private final InboxSubscription subscription;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Set<String> poison = ConcurrentHashMap.newKeySet();
    private final Map<String, HandlingOutcome> decisions = new ConcurrentHashMap<>();
    private final Set<String> outages = ConcurrentHashMap.newKeySet();
    private final AtomicInteger breakages = new AtomicInteger();
    private JdbcClient jdbc;

    RecordingHandler(String consumerGroup) {
        subscription =
                new InboxSubscription(consumerGroup, TestEvents.TOPIC, Map.of("OrderLineReleased", LineReleased.class));
    }

    void useDatabase(JdbcClient client) {
        jdbc = client;
        jdbc.sql("create table effect (line text not null, id bigint generated always as identity)")
                .update();
        ready.countDown();
    }

    void failOn(String line) {
        poison.add(line);
    }

    /** Whatever kept the handler from applying this line is repaired. */
    void heal(String line) {
        poison.remove(line);
        decisions.remove(line);
        outages.remove(line);
    }

    void decide(String line, HandlingOutcome outcome) {
        decisions.put(line, outcome);
    }

    /** Somebody else's outage concerns this line until it ends. */
    void outage(String line) {
        outages.add(line);
    }

    void endOutage(String line) {
        outages.remove(line);
    }

    /** The versions in the order of their effects. */
    List<Long> appliedInOrder(String orderId) {
        return jdbc
                .sql("select line from effect where line like :order || '-%' order by id")
                .param("order", orderId)
                .query(String.class)
                .list()
                .stream()
                .map(line -> Long.valueOf(line.substring(line.lastIndexOf('-') + 1)))
                .toList();
    }

    void breakInfrastructure(int times) {
        breakages.set(times);
    }

    int remainingBreakages() {
        return breakages.get();
    }

    long effects(String orderId) {
        return jdbc.sql("select count(*) from effect where line like :order || '-%'")
                .param("order", orderId)
                .query(Long.class)
                .single();
    }

    @Override
    public InboxSubscription subscription() {
        return subscription;
    }

    @Override
    public List<HandlingOutcome> handle(List<InboxEvent> events) {
        try {
            ready.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return events.stream().map(this::apply).toList();
    }

    private HandlingOutcome apply(InboxEvent event) {
        String line = event.payload(LineReleased.class).orderLineId();
        if (outages.contains(line)) {
            return OUTAGE;
        }
        jdbc.sql("insert into effect (line) values (:line)").param("line", line).update();
        if (poison.contains(line)) {
            throw new IllegalArgumentException("poison: " + line);
        }
        if (breakages.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new QueryTimeoutException("broken on purpose");
        }
        return decisions.getOrDefault(line, HandlingOutcome.applied());
    }
}

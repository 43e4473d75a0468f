package io.orderflow.kafkaadapters.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** A poll costs so many statements however many records it brings. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxStatementsIT {

    private static final int RECORDS = 100;

    private AwaitedScene scene;
    private Consumption consumption;

    @BeforeAll
    void open() {
        scene = new AwaitedScene();
        consumption = scene.bean(ConsumerAutoConfiguration.Consumptions.class).each().stream()
                .filter(each -> each.subscription().equals(scene.parking.subscription()))
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @Test
    void anEffectWithoutWordsTakesNothingButLedgerAndVersions() {
        assertThat(statementsFor(HandlingOutcome.applied()))
                .containsExactly("insert inbox_event", "select inbox_aggregate", "insert inbox_aggregate");
    }

    @Test
    void verdictsOfAllKindsShareOneStatement() {
        assertThat(statementsFor(HandlingOutcome.applied("moved on")))
                .containsExactly(
                        "insert inbox_event", "select inbox_aggregate", "insert inbox_aggregate", "update inbox_event");
    }

    @Test
    void parkingTakesOneMore() {
        assertThat(statementsFor(AwaitedScene.notWaiting(null)))
                .containsExactly(
                        "insert inbox_event",
                        "select inbox_aggregate",
                        "insert inbox_aggregate",
                        "insert inbox_parked",
                        "update inbox_event");
    }

    @Test
    void wakingTakesThree() {
        String order = TestEvents.newOrderId();
        IntStream.rangeClosed(1, 3).forEach(version -> scene.park(order, version, null));
        assertThat(statementsOf(() -> scene.wakeInTransaction(order, event -> HandlingOutcome.applied("woken"))))
                .containsExactly("select inbox_parked", "delete inbox_parked", "update inbox_event");
    }

    private List<String> statementsFor(HandlingOutcome outcome) {
        scene.parking.otherwise(event -> outcome);
        List<ConsumerRecord<byte[], byte[]>> records = IntStream.range(0, RECORDS)
                .mapToObj(offset -> record(InboxScene.event(TestEvents.newOrderId(), 1), offset))
                .toList();
        return statementsOf(() -> consumption.records().onMessage(records));
    }

    private static ConsumerRecord<byte[], byte[]> record(ObjectNode event, long offset) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                TestEvents.TOPIC,
                0,
                offset,
                event.path("aggregateId").asText().getBytes(StandardCharsets.UTF_8),
                InboxScene.CODEC.toBytes(event));
        record.headers().add("tenantId", "tenant_demo".getBytes(StandardCharsets.UTF_8));
        return record;
    }

    /** Those of this thread, each by its verb and its table. */
    private static List<String> statementsOf(Runnable work) {
        Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        OwnThread heard = new OwnThread();
        heard.start();
        Level before = logger.getLevel();
        logger.addAppender(heard);
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        try {
            work.run();
        } finally {
            logger.detachAppender(heard);
            logger.setAdditive(true);
            logger.setLevel(before);
        }
        return heard.messages.stream()
                .filter(message -> message.startsWith("Executing prepared SQL statement"))
                .map(InboxStatementsIT::verbAndTable)
                .toList();
    }

    private static final class OwnThread extends AppenderBase<ILoggingEvent> {

        private final Thread own = Thread.currentThread();
        private final List<String> messages = new ArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            if (Thread.currentThread() == own) {
                messages.add(event.getFormattedMessage());
            }
        }
    }

    private static String verbAndTable(String message) {
        String sql = message.substring(message.indexOf('[') + 1).strip();
        String table = sql.replaceFirst("(?s)^.*?(inbox_\\w+).*$", "$1");
        return sql.substring(0, sql.indexOf(' ')) + " " + table;
    }
}

package io.orderflow.orchestration;

import static io.orderflow.orchestration.Seen.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.bpmn.OrderFulfillmentProcess.Elements;
import io.orderflow.testing.support.kafka.BrokerProcess;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two whole nodes, with their consumers, share a broker and a database, and events come in whatever order they like. */
class TwoNodesOnKafkaIT {

    private static final Logger LOG = LoggerFactory.getLogger(TwoNodesOnKafkaIT.class);
    private static final long SEED = 20261123;
    private static final int ORDERS = 1_000;

    private static BrokerProcess broker;
    private static OrchestrationNode left;
    private static OrchestrationNode right;

    private final Random random = new Random(SEED);

    @BeforeAll
    static void startNodes() {
        broker = BrokerProcess.start();
        for (String topic : List.of(OrderEvents.TOPIC, ApprovalEvents.TOPIC, Facts.TOPIC)) {
            broker.createTopic(topic, 4, Map.of());
            broker.createTopic(topic.replace(".v1", ".dlt.v1"), 1, Map.of());
        }
        TestDatabase database = TestPostgres.newDatabase();
        left = OrchestrationNode.startOn(broker.bootstrapServers(), database, "kafka-left");
        right = OrchestrationNode.startOn(broker.bootstrapServers(), database, "kafka-right");
    }

    @AfterAll
    static void stopNodes() {
        left.close();
        right.close();
        broker.close();
    }

    /** Orders and approvals travel on topics that know nothing of each other. */
    @Test
    void anApprovalFindsItsOrderWhicheverComesFirst() {
        List<OrderEvents> orders = Stream.generate(() -> new OrderEvents(1, OrderApprovalIT.DEAR))
                .limit(ORDERS)
                .toList();
        List<Event> captured = orders.stream().map(OrderEvents::captured).toList();
        List<Event> granted = new ArrayList<>(orders.stream()
                .map(order -> new ApprovalEvents(order).granted(OrderApprovalIT.DEAR, "GBP"))
                .toList());
        Collections.shuffle(granted, random);

        List<Event> mixed = new ArrayList<>(captured);
        granted.forEach(event -> mixed.add(random.nextInt(mixed.size() + 1), event));
        send(mixed);

        eventually(() -> assertThat(outcomes(granted)).containsOnly(Map.entry("APPLIED", (long) ORDERS)));
        assertThat(outcomes(captured)).containsOnly(Map.entry("APPLIED", (long) ORDERS));
        eventually(() -> assertThat(published("OrderLineReleased", orders))
                .as("the one line of each")
                .hasSize(ORDERS)
                .doesNotHaveDuplicates());
        long early = left.jdbc
                .sql(
                        "select count(*) from inbox_event where event_id = any (?::uuid[]) and reason like '%begun to wait%'")
                .param(ids(granted))
                .query(Long.class)
                .single();
        assertThat(early).as("never too early: this test proves nothing").isPositive();
        assertThat(left.jdbc
                        .sql("select count(*) from inbox_parked")
                        .query(Long.class)
                        .single())
                .isZero();
        LOG.info("{} approvals and orders in any order: {} approvals came first and were woken", ORDERS, early);
    }

    /** Starts and completions of the same orders share batches; a redelivery of everything changes nothing. */
    @Test
    void batchesMixStartsAndCompletionsOfTheSameOrders() {
        List<OrderEvents> orders = IntStream.range(0, ORDERS)
                .mapToObj(number -> new OrderEvents(1 + number % 3))
                .toList();
        List<Event> life =
                interleaved(orders.stream().map(TwoNodesOnKafkaIT::life).toList());

        send(life);
        send(life);

        eventually(() -> assertThat(outcomes(life)).containsOnly(Map.entry("APPLIED", (long) life.size())));
        assertThat(left.seen.endsOf(orders)).hasSize(ORDERS).allSatisfy((order, end) -> assertThat(end)
                .isEqualTo(Elements.ORDER_COMPLETED));
        assertThat(left.seen.leftOversOf(orders)).isZero();
        eventually(() -> assertThat(published("OrchestrationFinished", orders))
                .hasSize(ORDERS)
                .doesNotHaveDuplicates());
        LOG.info("{} events of {} orders, mixed and sent twice: each applied once", life.size(), ORDERS);
    }

    private static List<Event> life(OrderEvents order) {
        List<Event> life = new ArrayList<>(List.of(order.captured()));
        order.lines.forEach(line -> life.add(order.lineCompleted(line)));
        life.add(order.completed());
        return life;
    }

    /** Each order's events stay in their order. */
    private List<Event> interleaved(List<List<Event>> lives) {
        List<Deque<Event>> open =
                new ArrayList<>(lives.stream().map(ArrayDeque::new).toList());
        List<Event> mixed = new ArrayList<>();
        while (!open.isEmpty()) {
            // Among the next few only, so that batches hold several events of an order.
            int next = random.nextInt(Math.min(open.size(), 40));
            mixed.add(open.get(next).remove());
            if (open.get(next).isEmpty()) {
                open.remove(next);
            }
        }
        return mixed;
    }

    private static void send(List<Event> events) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.bootstrapServers(),
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1);
        try (Producer<@Nullable String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            events.forEach(event -> producer.send(event.record()));
        }
    }

    private static List<String> published(String type, List<OrderEvents> orders) {
        Set<String> ids = orders.stream().map(order -> order.orderId).collect(toSet());
        return broker.records(Facts.TOPIC).stream()
                .filter(record -> ids.contains(record.key()))
                .filter(record -> type.equals(
                        new String(record.headers().lastHeader("eventType").value(), UTF_8)))
                .map(record -> record.key())
                .toList();
    }

    private static Map<String, Long> outcomes(List<Event> events) {
        return left
                .jdbc
                .sql("select outcome, count(*) from inbox_event where event_id = any (?::uuid[]) group by outcome")
                .param(ids(events))
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String[] ids(List<Event> events) {
        return events.stream().map(Event::eventId).toArray(String[]::new);
    }
}

package io.orderflow.orchestration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.bpmn.OrderFulfillmentProcess.Elements;
import io.orderflow.testing.support.kafka.BrokerProcess;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two whole nodes with their consumers on one broker and one database, and a look at both from outside. */
record NodesOnKafka(BrokerProcess broker, OrchestrationNode left, OrchestrationNode right, JdbcClient watch)
        implements AutoCloseable {

    /** So that there are many, and a connection that dies takes few events back. */
    private static final String SMALL_BATCHES = "--orderflow.kafka.consumer.max-poll-records=50";

    static NodesOnKafka start() {
        BrokerProcess broker = BrokerProcess.start();
        for (String topic : List.of(OrderEvents.TOPIC, ApprovalEvents.TOPIC, Facts.TOPIC)) {
            broker.createTopic(topic, 4, Map.of());
            broker.createTopic(topic.replace(".v1", ".dlt.v1"), 1, Map.of());
        }
        TestDatabase database = TestPostgres.newDatabase();
        return new NodesOnKafka(
                broker,
                OrchestrationNode.startOn(broker.bootstrapServers(), database, "kafkaLeft", SMALL_BATCHES),
                OrchestrationNode.startOn(broker.bootstrapServers(), database, "kafkaRight", SMALL_BATCHES),
                JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password())));
    }

    @Override
    public void close() {
        left.close();
        right.close();
        broker.close();
    }

    void send(List<Event> events) {
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

    /** Keys of the facts on the topic; one that was sent once more, because its acknowledgement was lost, is the same fact. */
    List<String> published(String type, List<OrderEvents> orders) {
        Set<String> ids = orders.stream().map(order -> order.orderId).collect(toSet());
        return List.copyOf(broker.records(Facts.TOPIC).stream()
                .filter(record -> ids.contains(record.key()))
                .filter(record -> type.equals(header(record, "eventType")))
                .collect(toMap(record -> header(record, "eventId"), ConsumerRecord::key, (first, again) -> first))
                .values());
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    Map<String, Long> outcomes(List<Event> events) {
        return left
                .jdbc
                .sql("select outcome, count(*) from inbox_event where event_id = any (?::uuid[]) group by outcome")
                .param(Event.ids(events))
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    int killOneThatIsBusy() {
        return watch.sql(
                        """
                        select count(pg_terminate_backend(pid)) from (
                          select pid from pg_stat_activity
                           where datname = current_database() and pid <> pg_backend_pid()
                             and state in ('active', 'idle in transaction') and backend_type = 'client backend'
                           order by random() limit 1) as one
                        """)
                .query(Integer.class)
                .single();
    }

    long ended(List<OrderEvents> orders) {
        return watch.sql("select count(*) from act_hi_procinst where business_key_ = any (?) and end_time_ is not null")
                .param(orders.stream().map(order -> order.orderId).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** One statement, hence one moment. */
    void assertLedgerAndEngineAgree(List<OrderEvents> orders, List<Event> life) {
        Map<String, Object> counts = watch.sql(
                        """
                        with applied as (
                          select event_type, count(*) as n from inbox_event
                           where event_id = any (:events::uuid[]) and outcome = 'APPLIED' group by event_type),
                        process as (
                          select id_, end_time_ from act_hi_procinst where business_key_ = any (:orders))
                        select (select coalesce(sum(n), 0) from applied where event_type = 'OrderCaptured')
                                 - (select count(*) from process) as captured,
                               (select coalesce(sum(n), 0) from applied where event_type = 'OrderLineFulfillmentCompleted')
                                 - (select count(*) from act_hi_actinst join process on proc_inst_id_ = process.id_
                                     where act_id_ = :await and act_hi_actinst.end_time_ is not null) as fulfilled,
                               (select coalesce(sum(n), 0) from applied where event_type = 'OrderCompleted')
                                 - (select count(*) from process where end_time_ is not null) as completed
                        """)
                .param("events", Event.ids(life))
                .param("orders", orders.stream().map(order -> order.orderId).toArray(String[]::new))
                .param("await", Elements.AWAIT_FULFILMENT)
                .query()
                .singleRow();
        assertThat(counts.values()).as("ledger less engine: %s", counts).allSatisfy(difference -> assertThat(
                        ((Number) difference).longValue())
                .isZero());
    }
}

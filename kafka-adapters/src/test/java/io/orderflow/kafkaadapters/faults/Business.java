package io.orderflow.kafkaadapters.faults;

import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.testing.support.kafka.TestKafka;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Business transactions that append events. */
final class Business {

    private static final int PARTITIONS = 12;

    private Business() {}

    /** One committed transaction with one event for each order; ids in the same order. */
    static List<UUID> append(FaultNode node, List<String> orders) {
        List<UUID> ids = new ArrayList<>();
        node.transaction()
                .executeWithoutResult(transaction -> orders.forEach(
                        order -> ids.add(node.outbox().append(TestEvents.lineReleased(order, 1, null)))));
        return ids;
    }

    /** One event for each order, already in the topic, each order's first. */
    static List<UUID> publish(List<String> orders) {
        return publish(orders, record -> record);
    }

    /** As {@link #publish(List)}, with each record changed on its way. */
    static List<UUID> publish(List<String> orders, UnaryOperator<ProducerRecord<@Nullable String, byte[]>> change) {
        TestDatabase producer = TestPostgres.newDatabase();
        try (FaultNode node =
                FaultNode.on(producer, TestKafka.bootstrapServers()).dormant().start()) {
            List<UUID> ids = append(node, orders);
            TestKafka.sendAll(
                    OutboxRecords.all(node.jdbc()).stream().map(change).toList());
            return ids;
        }
    }

    static List<String> newOrders(int many) {
        return IntStream.range(0, many).mapToObj(i -> TestEvents.newOrderId()).toList();
    }

    /** Orders whose events all go to the same partition. */
    static List<String> newOrdersOfOnePartition(int many) {
        Function<String, Integer> partition = order -> Utils.toPositive(Utils.murmur2(Utils.utf8(order))) % PARTITIONS;
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> TestEvents.newOrderId())
                .filter(order -> partition.apply(order) == 0)
                .limit(many)
                .toList();
    }
}

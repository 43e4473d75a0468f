package io.orderflow.testing.e2e.kafka;

import io.orderflow.testing.support.kafka.TestKafka;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Delivers what was delivered before: the same bytes, key and headers, to the same partition. */
public final class Redelivery {

    private Redelivery() {}

    /** Returns how many records were sent again. */
    public static int ofEverythingIn(String topic) {
        return again(topic, source -> true);
    }

    /** Of one key; returns how many records were sent again. */
    public static int of(String topic, String key) {
        return again(topic, source -> key.equals(source.key()));
    }

    private static int again(String topic, Predicate<ConsumerRecord<String, byte[]>> which) {
        List<ProducerRecord<@Nullable String, byte[]>> copies = TestKafka.records(topic).stream()
                .filter(which)
                .map(Redelivery::copy)
                .toList();
        TestKafka.sendAll(copies);
        return copies.size();
    }

    private static ProducerRecord<@Nullable String, byte[]> copy(ConsumerRecord<String, byte[]> source) {
        return new ProducerRecord<>(source.topic(), source.partition(), source.key(), source.value(), source.headers());
    }
}

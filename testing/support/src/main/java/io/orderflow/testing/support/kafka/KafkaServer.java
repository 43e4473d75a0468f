package io.orderflow.testing.support.kafka;

/** A running single-node KRaft broker that creates no topic by chance. It ends with the JVM. */
interface KafkaServer {

    String bootstrapServers();
}

package io.orderflow.testing.support.kafka;

import org.testcontainers.kafka.KafkaContainer;

/** The broker in a container. Testcontainers' reaper removes it after the JVM, even after a killed one. */
record ContainerKafkaServer(String bootstrapServers) implements KafkaServer {

    private static final String IMAGE = "apache/kafka-native:3.9.2";

    // Nobody closes the container here: it has to live as long as the JVM.
    @SuppressWarnings("resource")
    static KafkaServer start() {
        KafkaContainer container = new KafkaContainer(IMAGE)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "3");
        container.start();
        return new ContainerKafkaServer(container.getBootstrapServers());
    }
}

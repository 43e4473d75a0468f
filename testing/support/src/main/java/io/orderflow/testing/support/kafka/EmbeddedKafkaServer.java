package io.orderflow.testing.support.kafka;

import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** The broker inside the test JVM. */
record EmbeddedKafkaServer(String bootstrapServers) implements KafkaServer {

    static KafkaServer start() {
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.brokerProperty("auto.create.topics.enable", "false");
        broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
        broker.brokerProperty("offsets.topic.num.partitions", "3");
        broker.afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy, "test-kafka-stop"));
        return new EmbeddedKafkaServer(broker.getBrokersAsString());
    }
}

package io.orderflow.contractchecks.rules;

import java.util.stream.Stream;

/** Topics that break a rule. */
final class SpoiltTopics {

    private static final String ORDERS = "/topics/shop.order.events.v1";

    private SpoiltTopics() {}

    static Stream<Spoilt> all() {
        return Stream.of(
                topic(
                        "lifecycle_compacted",
                        "compacted",
                        ORDERS,
                        "consumer]\n    cleanupPolicy: delete",
                        "consumer]\n    cleanupPolicy: compact"),
                topic(
                        "lifecycle_compacted",
                        "compacted and deleted",
                        ORDERS,
                        "consumer]\n    cleanupPolicy: delete",
                        "consumer]\n    cleanupPolicy: compact,delete"),
                topic(
                        "lifecycle_compacted",
                        "no such policy",
                        ORDERS,
                        "consumer]\n    cleanupPolicy: delete",
                        "consumer]\n    cleanupPolicy: keep"),
                topic("failure_route_missing", "no retries", ORDERS, "    retryFamily: true\n", ""),
                topic("failure_route_missing", "nobody's retries", ORDERS, "    retryOwner: billing\n", ""),
                topic("failure_route_missing", "no dead letters", ORDERS, "    deadLetter: true\n", ""),
                topic("failure_route_missing", "retries never due", ORDERS, "delays: [1m, 1h, 1d]", "delays: []"),
                topic(
                        "failure_route_missing",
                        "nobody's dead letters",
                        ORDERS,
                        "    owner: operations\n    vis",
                        "    vis"),
                topic("topic_incomplete", "no owner", ORDERS + "/owner", "    owner: shop\n", ""),
                topic("topic_incomplete", "seen by whom", "/topics/", "visibility: public", "visibility: some"),
                topic(
                        "topic_incomplete",
                        "unclassified",
                        "/topics/",
                        "dataClassification: high",
                        "dataClassification: odd"),
                topic("topic_incomplete", "read by whom", "/topics/", "    consumers: []\n", ""),
                topic("topic_incomplete", "lifecycle or not", "/topics/", "lifecycle: true", "lifecycle: perhaps"),
                topic("topic_incomplete", "no partitions", "/topics/", "partitions: 1,", "partitions: 0,"),
                topic("topic_incomplete", "kept for no time", "/topics/", "retentionMs: 604800000", "retentionMs: 0"),
                topic(
                        "topic_incomplete",
                        "never in sync",
                        "/topics/",
                        "partitions: 1, replicationFactor: 1, minInSyncReplicas: 1",
                        "partitions: 1, replicationFactor: 1, minInSyncReplicas: 2"),
                topic(
                        "topic_incomplete",
                        "no broker may fail",
                        "/topics/",
                        "{partitions: 3, replicationFactor: 3, minInSyncReplicas: 2, retentionMs: 604800000",
                        "{partitions: 3, replicationFactor: 3, minInSyncReplicas: 3, retentionMs: 604800000"),
                topic(
                        "topic_incomplete",
                        "family without size",
                        "/families/deadLetter",
                        "retentionMs: 7776000000",
                        "retentionMs: 0"),
                topic("topic_incomplete", "delays shrink", "/families/retry/delays", "[1m, 1h, 1d]", "[1m, 1d, 1h]"));
    }

    private static Spoilt topic(String code, String how, String pointer, String old, String text) {
        return new Spoilt(code, how, "topics.yaml", pointer, files -> files.replace("topics.yaml", old, text));
    }
}

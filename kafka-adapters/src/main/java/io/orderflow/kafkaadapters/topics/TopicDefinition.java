package io.orderflow.kafkaadapters.topics;

import java.util.Map;

/**
 * One topic as it should exist in one environment.
 *
 * @param owner the service or team that answers for it
 * @param retentionMs how long records are kept, in milliseconds; -1 for ever
 * @param maxMessageBytes the largest record the topic takes
 */
public record TopicDefinition(
        String name,
        String owner,
        int partitions,
        short replicationFactor,
        int minInSyncReplicas,
        String cleanupPolicy,
        long retentionMs,
        int maxMessageBytes) {

    /** The broker-side settings of the topic. */
    public Map<String, String> configuration() {
        return Map.of(
                "cleanup.policy",
                cleanupPolicy,
                "retention.ms",
                Long.toString(retentionMs),
                "min.insync.replicas",
                Integer.toString(minInSyncReplicas),
                "max.message.bytes",
                Integer.toString(maxMessageBytes));
    }
}

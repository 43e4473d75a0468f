package io.orderflow.kafkaadapters.replay;

import io.orderflow.kafkaadapters.inbox.InboxEvent;
import java.util.List;
import java.util.Map;

/**
 * What was read at once.
 *
 * @param events valid events of handled types in partition order, duplicates and events that come before their time among
 *     them; they are held to everything that the consumer group holds them to, but their age
 * @param records how many records these were
 * @param skipped how many of the records are dead letters: broken, or given up by the consumer group
 * @param next by partition, the offset at which the next portion begins
 */
public record Portion(List<InboxEvent> events, int records, int skipped, Map<Integer, Long> next) {}

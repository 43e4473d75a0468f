package io.orderflow.kafkaadapters.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import io.orderflow.kafkaadapters.faults.Effects.Effect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The promises of the library as assertions on what is in the topic and in the database afterwards. */
final class Evidence {

    private static final EnvelopeCodec CODEC = new EnvelopeCodec();

    private Evidence() {}

    /** A record of the topic. */
    record Published(UUID eventId, String aggregateId, long version) {}

    /** Records of one topic, in offset order within each partition. */
    static List<Published> published(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().map(Evidence::published).toList();
    }

    static void assertAllPublished(Collection<UUID> appended, List<Published> published) {
        Set<UUID> missing = new HashSet<>(appended);
        published.forEach(record -> missing.remove(record.eventId()));
        assertThat(missing).as("committed and never published").isEmpty();
    }

    /** For each key, versions from 1 without gaps in the order of their first occurrences. */
    static void assertPublishedInOrder(List<Published> published) {
        Map<String, List<Long>> firsts = new HashMap<>();
        Set<UUID> seen = new HashSet<>();
        for (Published record : published) {
            if (seen.add(record.eventId())) {
                firsts.computeIfAbsent(record.aggregateId(), key -> new ArrayList<>())
                        .add(record.version());
            }
        }
        assertThat(firsts).allSatisfy((key, versions) -> assertThat(versions)
                .as("order in the topic of %s", key)
                .containsExactlyElementsOf(fromOneTo(versions.size())));
    }

    static void assertAppliedOnce(Collection<UUID> ids, List<Effect> effects) {
        Set<UUID> appended = Set.copyOf(ids);
        Map<UUID, Integer> applications = new HashMap<>();
        effects.forEach(effect -> applications.merge(effect.eventId(), 1, Integer::sum));
        Map<UUID, Integer> wrong = new HashMap<>(applications);
        appended.forEach(id -> wrong.putIfAbsent(id, 0));
        wrong.entrySet().removeIf(times -> times.getValue() == 1 && appended.contains(times.getKey()));
        assertThat(wrong)
                .as(
                        "events that were not applied exactly once, or not appended at all, with their number of applications")
                .isEmpty();
    }

    static void assertAppliedInOrder(List<Effect> effects) {
        Map<String, List<Long>> versions = new HashMap<>();
        effects.forEach(effect -> versions.computeIfAbsent(effect.aggregateId(), key -> new ArrayList<>())
                .add(effect.version()));
        assertThat(versions).allSatisfy((key, applied) -> assertThat(applied)
                .as("order of application of %s", key)
                .containsExactlyElementsOf(fromOneTo(applied.size())));
    }

    /** The same check without the protection: it has to go red, or it proves nothing. */
    static void assertBroken(ThrowingCallable check) {
        assertThatThrownBy(check).isInstanceOf(AssertionError.class);
    }

    private static Published published(ConsumerRecord<String, byte[]> record) {
        try {
            JsonNode value = CODEC.parse(record.value());
            return new Published(
                    UUID.fromString(value.path("eventId").asText()),
                    value.path("aggregateId").asText(),
                    value.path("aggregateVersion").asLong());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Long> fromOneTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}

package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.EventVersion;
import io.orderflow.contractchecks.catalogue.ResolvedSchema;
import java.util.Set;
import java.util.stream.Stream;

/** The key that orders the events of an aggregate is a field of every payload, and the topic has the same key. */
final class KeyIsInPayload implements VersionRule {

    @Override
    public String code() {
        return "key_not_in_payload";
    }

    @Override
    public Stream<Finding> check(Event event, EventVersion version, Catalogue catalogue) {
        String key = event.ownership().key();
        if (key.isEmpty() || version.schema().content().isMissingNode()) {
            return Stream.empty();
        }
        ResolvedSchema payload =
                ResolvedSchema.of(version.payload(), version.schema().content(), catalogue.schemas());
        boolean always = payload.required().contains(key)
                && payload.property(key)
                        .filter(field -> field.types().equals(Set.of("string")))
                        .isPresent();
        Stream<Finding> missing = always
                ? Stream.empty()
                : Stream.of(finding(
                        version.schema().file(),
                        "/payload/" + key,
                        "the key is no required text of the payload",
                        "Require it; a consumer must be able to tell the key from the value alone"));
        Stream<Finding> topicKey = catalogue.topics().find(event.ownership().topic()).stream()
                .filter(topic -> !topic.key().equals(key))
                .map(topic -> finding(
                        event.ownership().file(),
                        "/key",
                        "is %s, but the topic is keyed by %s".formatted(key, topic.key()),
                        "Use the topic's key; two keys on one topic have no common order"));
        Stream<Finding> examples = version.examples()
                .filter(example -> !example.value()
                        .path("payload")
                        .path(key)
                        .equals(example.value().path("aggregateId")))
                .map(example -> finding(
                        example.file(),
                        "/aggregateId",
                        "is not the value of the key /payload/" + key,
                        "Write the same value"));
        return Stream.of(missing, topicKey, examples).flatMap(found -> found);
    }
}

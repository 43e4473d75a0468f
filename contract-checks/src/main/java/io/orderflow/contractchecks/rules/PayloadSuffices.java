package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.EventVersion;
import io.orderflow.contractchecks.catalogue.ResolvedSchema;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What others may consume tells them enough to go on without asking the producer: more than which aggregate it is about. */
final class PayloadSuffices implements VersionRule {

    private static final Set<String> CROSSING_BORDERS = Set.of("public", "integration");
    private static final Set<String> IDENTIFYING = Set.of("id", "key", "ref", "reference", "uuid", "hash");

    @Override
    public String code() {
        return "thin_event";
    }

    @Override
    public Stream<Finding> check(Event event, EventVersion version, Catalogue catalogue) {
        boolean applies = catalogue
                .topics()
                .find(event.ownership().topic())
                .filter(topic -> CROSSING_BORDERS.contains(topic.visibility()))
                .isPresent();
        Set<String> fields = ResolvedSchema.of(
                        version.payload(), version.schema().content(), catalogue.schemas())
                .properties()
                .keySet();
        if (!applies || fields.isEmpty()) {
            return Stream.empty();
        }
        List<String> besidesKey = fields.stream()
                .filter(name -> !name.equals(event.ownership().key()))
                .toList();
        boolean suffices = besidesKey.size() > 1 && !besidesKey.stream().allMatch(PayloadSuffices::isIdentifier);
        return suffices
                ? Stream.empty()
                : Stream.of(finding(
                        version.schema().file(),
                        "/payload",
                        "carries little more than ids, so every consumer has to call the producer",
                        "Add what consumers need to go on: what changed, when, why, a snapshot of the part concerned"));
    }

    private static boolean isIdentifier(String name) {
        return IDENTIFYING.contains(Words.singular(Words.last(name))) || IDENTIFYING.contains(Words.last(name));
    }
}

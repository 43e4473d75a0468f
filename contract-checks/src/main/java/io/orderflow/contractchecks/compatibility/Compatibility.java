package io.orderflow.contractchecks.compatibility;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.EventVersion;
import io.orderflow.contractchecks.catalogue.Lifecycle;
import io.orderflow.contractchecks.catalogue.RecordContract;
import io.orderflow.contractchecks.catalogue.ResolvedSchema;
import io.orderflow.contractchecks.catalogue.SchemaDocument;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares a catalogue with the one that was released last. */
public final class Compatibility {

    private static final String SHARED_LOG = "CHANGELOG.md";

    private final Catalogue released;
    private final Catalogue current;
    private final LocalDate today;
    private final boolean isAllTheSame;
    private final Acknowledgements shared;
    private final List<Change> ofEnvelope;
    private final List<ContractChange> found = new ArrayList<>();

    private Compatibility(Catalogue released, Catalogue current, LocalDate today) {
        this.released = released;
        this.current = current;
        this.today = today;
        this.isAllTheSame = isAllTheSame(released, current);
        this.shared = Acknowledgements.of(released.changelog(), current.changelog());
        this.ofEnvelope = between(released.envelope(), current.envelope());
    }

    /**
     * Everything that changed since the release, in the order envelope, events, records, topics.
     *
     * @param today decides whether a deprecated event's time is over
     */
    public static List<ContractChange> changes(Catalogue released, Catalogue current, LocalDate today) {
        Compatibility comparison = new Compatibility(released, current, today);
        comparison.run();
        return List.copyOf(comparison.found);
    }

    /** Between releases most days change no schema, and then there is nothing to compare field by field. */
    private static boolean isAllTheSame(Catalogue released, Catalogue current) {
        return released.documents().allMatch(document -> current.schema(document.id())
                .filter(same -> same.content().equals(document.content()))
                .isPresent());
    }

    private void run() {
        ofEnvelope.forEach(change -> addShared("envelope", current.envelope().file(), change));
        released.events().forEach(this::compare);
        current.events().stream()
                .filter(event -> sameEvent(released, event).isEmpty())
                .forEach(event -> add(event, event, event.path(), new Change(ChangeKind.EVENT_ADDED, "", "is new")));
        released.records().forEach(this::compare);
        TopicsDiff.between(released.topics(), current.topics())
                .forEach((topic, changes) -> changes.forEach(
                        change -> addShared(topic, current.topics().file(), change)));
    }

    private void compare(Event before) {
        Optional<Event> after = sameEvent(current, before);
        if (after.isEmpty()) {
            if (!mayGo(before)) {
                add(before, before, before.path(), new Change(ChangeKind.VERSION_REMOVED, "", "the event is gone"));
            }
            return;
        }
        Event now = after.get();
        for (EventVersion version : before.versions()) {
            now.version(version.number())
                    .ifPresentOrElse(
                            same -> compare(before, version, now, same),
                            () -> add(before, now, now.path(), removed(version)));
        }
        now.versions().stream()
                .filter(version -> before.version(version.number()).isEmpty())
                .forEach(version -> add(
                        before,
                        now,
                        version.schema().file(),
                        new Change(ChangeKind.VERSION_ADDED, "/eventVersion", "version " + version.number())));
        OwnershipDiff.between(before.ownership(), now.ownership())
                .forEach(change -> add(before, now, now.ownership().file(), change));
    }

    private void compare(Event before, EventVersion version, Event now, EventVersion same) {
        String was = version.schema().description();
        String is = same.schema().description();
        if (!was.equals(is)) {
            String detail = "\"%s\" before, \"%s\" now".formatted(was, is);
            add(before, now, same.schema().file(), new Change(ChangeKind.DESCRIPTION_CHANGED, "/eventType", detail));
        }
        between(version.schema(), same.schema()).stream()
                .filter(change -> !ofEnvelope.contains(change))
                .forEach(change -> add(before, now, same.schema().file(), change));
    }

    private static Change removed(EventVersion version) {
        return new Change(ChangeKind.VERSION_REMOVED, "/eventVersion", "version " + version.number() + " is gone");
    }

    private void compare(RecordContract before) {
        current.records().stream()
                .filter(contract -> contract.name().equals(before.name()) && contract.version() == before.version())
                .findFirst()
                .ifPresentOrElse(
                        now -> between(before.schema(), now.schema())
                                .forEach(change ->
                                        addShared(before.name(), now.schema().file(), change)),
                        () -> addShared(
                                before.name(),
                                before.schema().file(),
                                new Change(ChangeKind.RECORD_REMOVED, "", "version " + before.version() + " is gone")));
    }

    private static Optional<Event> sameEvent(Catalogue catalogue, Event event) {
        return catalogue.event(event.name()).filter(same -> same.topicFolder().equals(event.topicFolder()));
    }

    /** Nobody published it, or its end was announced and has come. */
    private boolean mayGo(Event event) {
        return switch (event.ownership().lifecycle().orElse(Lifecycle.LIVE)) {
            case PLANNED -> true;
            case LIVE -> false;
            case DEPRECATED -> isOver(event.ownership().text("removeAfter"));
        };
    }

    private boolean isOver(String removeAfter) {
        try {
            return LocalDate.parse(removeAfter).isBefore(today);
        } catch (DateTimeParseException none) {
            return false;
        }
    }

    private List<Change> between(SchemaDocument before, SchemaDocument after) {
        if (isAllTheSame) {
            return List.of();
        }
        return SchemaDiff.between(
                ResolvedSchema.of(before.content(), released.schemas()),
                ResolvedSchema.of(after.content(), current.schemas()));
    }

    private void add(Event before, Event now, String file, Change change) {
        boolean planned =
                before.ownership().lifecycle().filter(Lifecycle.PLANNED::equals).isPresent();
        boolean acknowledged =
                Acknowledgements.of(before.changelog(), now.changelog()).name(pointer(change));
        found.add(new ContractChange(before.name(), file, now.file(SHARED_LOG), change, !planned, acknowledged));
    }

    private void addShared(String subject, String file, Change change) {
        found.add(new ContractChange(subject, file, SHARED_LOG, change, true, shared.name(subject, pointer(change))));
    }

    /** What an acknowledging line has to name. */
    static String pointer(Change change) {
        return change.pointer().isEmpty() ? "/" : change.pointer();
    }
}

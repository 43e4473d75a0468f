package io.orderflow.contractchecks.compatibility;

import static io.orderflow.contractchecks.compatibility.Verdict.BREAKING;
import static io.orderflow.contractchecks.compatibility.Verdict.COMPATIBLE;
import static io.orderflow.contractchecks.compatibility.Verdict.MAYBE;
import static io.orderflow.contractchecks.compatibility.Verdict.RISKY;
import static io.orderflow.contractchecks.compatibility.Verdict.UNKNOWN;

import java.util.Locale;

/**
 * Every kind of change, judged twice. First: may a consumer that has the new contract read what the old producers write,
 * who write exactly what the old contract declares? Second: may a consumer that still has the old contract, and ignores
 * fields it does not know, read what the new producers write? The worse of both counts.
 */
public enum ChangeKind {
    OPTIONAL_FIELD_ADDED(COMPATIBLE, COMPATIBLE, "Consumers ignore unknown fields", "Nothing"),
    REQUIRED_FIELD_ADDED(BREAKING, COMPATIBLE, "Old producers cannot populate it", "Make it optional"),
    FIELD_MADE_REQUIRED(BREAKING, COMPATIBLE, "Old producers cannot populate it", "Leave it optional"),
    OPTIONAL_FIELD_REMOVED(COMPATIBLE, MAYBE, "Only if consumers do not rely on it", "Ask them, then say so"),
    REQUIRED_FIELD_REMOVED(COMPATIBLE, BREAKING, "Breaks consumers", "Keep it, or publish a new version"),
    FIELD_MADE_OPTIONAL(COMPATIBLE, BREAKING, "Breaks consumers", "Keep it required, or publish a new version"),
    FIELD_RENAMED(
            BREAKING,
            BREAKING,
            "Add new field first, deprecate old later",
            "Keep the old field; if it is another field, release its removal first"),
    ENUM_MEANING_CHANGED(
            BREAKING, BREAKING, "Especially dangerous for state transitions", "Add a value with the new meaning"),
    ENUM_VALUE_REPLACED(BREAKING, RISKY, "Especially dangerous for state transitions", "Keep the old value"),
    ENUM_VALUE_REMOVED(BREAKING, COMPATIBLE, "Old producers still write it", "Keep it, and stop writing it"),
    ENUM_VALUE_ADDED(COMPATIBLE, RISKY, "Consumers may not handle unknown value", "Ask them, then say so"),
    MONEY_CHANGED(BREAKING, BREAKING, "Money must be stable", "Add a field for the other amount"),
    PRECISION_LOWERED(BREAKING, COMPATIBLE, "Old producers write finer values", "Add a field for the other precision"),
    PRECISION_RAISED(COMPATIBLE, RISKY, "Consumers may round or refuse finer values", "Ask them, then say so"),
    TIMESTAMP_MEANING_CHANGED(BREAKING, BREAKING, "Use new field", "Add a field for the other moment"),
    MEANING_CHANGED(BREAKING, BREAKING, "Consumers go on reading the old meaning", "Add a field with the new meaning"),
    MEANING_DROPPED(COMPATIBLE, MAYBE, "Nobody can tell any more whether it changes", "Keep x-meaning, or say so"),
    DESCRIPTION_CHANGED(COMPATIBLE, MAYBE, "New words may hide a new meaning", "Say that the meaning is the same"),
    DEFAULT_CHANGED(MAYBE, MAYBE, "A missing field may mean something else now", "Say that it does not"),
    TYPE_CHANGED(BREAKING, BREAKING, "Neither side can read the other", "Add a field of the other type"),
    TYPE_NARROWED(BREAKING, COMPATIBLE, "Old producers write other types as well", "Keep the types"),
    TYPE_WIDENED(COMPATIBLE, BREAKING, "Old consumers expect one type", "Add a field of the other type"),
    CONSTANT_CHANGED(BREAKING, BREAKING, "Neither side accepts the other's value", "Keep the value"),
    FORMAT_CHANGED(BREAKING, BREAKING, "Neither side accepts the other's format", "Add a field of the other format"),
    PATTERN_CHANGED(
            BREAKING, BREAKING, "Nobody can tell which values pass both patterns", "Keep it, or add another field"),
    CONSTRAINT_NARROWED(BREAKING, COMPATIBLE, "Old producers write values beyond it", "Keep the wider one"),
    CONSTRAINT_WIDENED(
            COMPATIBLE, RISKY, "Old consumers may refuse values beyond the old one", "Ask them, then say so"),
    OBJECT_CLOSED(BREAKING, COMPATIBLE, "Every later addition would break consumers", "Leave objects open"),
    OBJECT_OPENED(COMPATIBLE, COMPATIBLE, "Consumers ignore unknown fields", "Nothing"),
    FIELD_ADDED_TO_CLOSED_OBJECT(
            COMPATIBLE, BREAKING, "Old consumers refuse fields they do not know", "Open the object, release, then add"),
    UNKNOWN_KEYWORD(
            UNKNOWN,
            UNKNOWN,
            "Nobody here knows what the change does",
            "Use keywords that can be compared, or a new version"),

    EVENT_ADDED(COMPATIBLE, COMPATIBLE, "Consumers skip events they do not know", "Nothing"),
    VERSION_ADDED(
            COMPATIBLE,
            RISKY,
            "Consumers that do not know it put it into their dead letters",
            "Deploy the consumers first, then say so"),
    VERSION_REMOVED(
            COMPATIBLE, BREAKING, "Records of it are still on the topic", "Keep it until removeAfter of a deprecation"),
    RECORD_REMOVED(COMPATIBLE, BREAKING, "Records of it are still on the topic", "Keep it"),
    TOPIC_CHANGED(BREAKING, BREAKING, "Consumers read the old topic", "Publish to both, under another event name"),
    OWNER_CHANGED(BREAKING, BREAKING, "Consumers trust the old owner", "Let the new owner publish an event of its own"),
    KEY_CHANGED(BREAKING, BREAKING, "The order per aggregate is lost", "Use a new topic"),
    LIVE_EVENT_UNPLANNED(COMPATIBLE, BREAKING, "It is published already", "Deprecate it"),
    CLASSIFICATION_RAISED(
            COMPATIBLE, RISKY, "Some readers may not be trusted with it", "Look at the rights, then say so"),
    TOPIC_REMOVED(BREAKING, BREAKING, "Its records and its readers remain", "Keep it until nobody reads it"),
    PARTITIONS_REDUCED(BREAKING, BREAKING, "Kafka cannot do it", "Use a new topic"),
    PARTITIONS_ADDED(RISKY, RISKY, "Keys move, so their order is lost for a moment", "Plan it, then say so"),
    RETENTION_SHORTENED(COMPATIBLE, RISKY, "Who replays finds less", "Ask them, then say so");

    private final Verdict oldToNew;
    private final Verdict newToOld;
    private final String reason;
    private final String instead;

    ChangeKind(Verdict oldToNew, Verdict newToOld, String reason, String instead) {
        this.oldToNew = oldToNew;
        this.newToOld = newToOld;
        this.reason = reason;
        this.instead = instead;
    }

    /** In words, e.g. {@code optional field added}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** For new consumers of what old producers write. */
    public Verdict oldToNew() {
        return oldToNew;
    }

    /** For old consumers of what new producers write. */
    public Verdict newToOld() {
        return newToOld;
    }

    /** The worse of both. */
    public Verdict verdict() {
        return oldToNew.or(newToOld);
    }

    public String reason() {
        return reason;
    }

    /** What to do instead. */
    public String instead() {
        return instead;
    }
}

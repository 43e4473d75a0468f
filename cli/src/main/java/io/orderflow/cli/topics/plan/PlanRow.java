package io.orderflow.cli.topics.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orderflow.kafkaadapters.topics.TopicChange;
import io.orderflow.kafkaadapters.topics.TopicDefinition;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One change as people and programs read it.
 *
 * @param property what differs: {@code topic}, {@code partitions}, {@code replicas}, {@code consumer}, or a setting
 * @param note a warning, a remark or the reason of a refusal
 * @param next what to do about a refusal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanRow(
        Kind kind,
        String topic,
        String property,
        @Nullable String broker,
        @Nullable String declared,
        @Nullable String note,
        @Nullable String next) {

    enum Kind {
        CREATE('+'),
        CHANGE('~'),
        SHOWN('i'),
        REFUSED('x');

        private final char mark;

        Kind(char mark) {
            this.mark = mark;
        }
    }

    static PlanRow of(TopicChange change) {
        if (change instanceof TopicChange.Refusal refusal) {
            return refused(refusal);
        }
        if (change instanceof TopicChange.Notice notice) {
            return shown(notice);
        }
        TopicChange.Repair repair = (TopicChange.Repair) change;
        @Nullable
        String warning = repair.warning().isPresent() ? repair.warning().get() : null;
        if (repair instanceof TopicChange.MissingTopic missing) {
            return new PlanRow(Kind.CREATE, repair.topic(), "topic", null, shape(missing.declared()), warning, null);
        }
        if (repair instanceof TopicChange.TooFewPartitions few) {
            return new PlanRow(
                    Kind.CHANGE, few.topic(), "partitions", text(few.live()), text(few.declared()), warning, null);
        }
        if (repair instanceof TopicChange.SettingDrift drift) {
            return new PlanRow(
                    Kind.CHANGE, drift.topic(), drift.setting(), drift.live(), drift.declared(), warning, null);
        }
        TopicChange.UndeclaredSetting extra = (TopicChange.UndeclaredSetting) repair;
        return new PlanRow(Kind.CHANGE, extra.topic(), extra.setting(), extra.live(), "broker default", warning, null);
    }

    /** A value for reading: milliseconds as days as well. */
    String readable(@Nullable String value) {
        return value == null ? "-" : readable(property, value);
    }

    /** {@code !} marks a change that somebody should think about. */
    char mark() {
        return kind == Kind.CHANGE && note != null ? '!' : kind.mark;
    }

    private static PlanRow refused(TopicChange.Refusal refusal) {
        String reason = refusal.reason();
        String next = refusal.remedy();
        if (refusal instanceof TopicChange.TooManyPartitions many) {
            return new PlanRow(
                    Kind.REFUSED, many.topic(), "partitions", text(many.live()), text(many.declared()), reason, next);
        }
        if (refusal instanceof TopicChange.CompactionLive live) {
            return new PlanRow(
                    Kind.REFUSED, live.topic(), "cleanup.policy", live.live(), live.declared(), reason, next);
        }
        TopicChange.CompactionDeclared declared = (TopicChange.CompactionDeclared) refusal;
        return new PlanRow(Kind.REFUSED, declared.topic(), "cleanup.policy", null, declared.policy(), reason, next);
    }

    private static PlanRow shown(TopicChange.Notice notice) {
        if (notice instanceof TopicChange.ReplicationDrift drift) {
            return new PlanRow(
                    Kind.SHOWN,
                    drift.topic(),
                    "replicas",
                    text(drift.live()),
                    text(drift.declared()),
                    drift.text(),
                    null);
        }
        if (notice instanceof TopicChange.UndeclaredConsumer reader) {
            return new PlanRow(Kind.SHOWN, reader.topic(), "consumer", reader.group(), null, reader.text(), null);
        }
        TopicChange.UndeclaredTopic topic = (TopicChange.UndeclaredTopic) notice;
        return new PlanRow(
                Kind.SHOWN, topic.topic(), "topic", plural(topic.partitions(), "partition"), null, topic.text(), null);
    }

    private static String shape(TopicDefinition topic) {
        String retention = topic.configuration().getOrDefault("retention.ms", "?");
        return plural(topic.partitions(), "partition") + ", " + plural(topic.replicationFactor(), "replica")
                + ", keeps "
                + (retention.equals("-1")
                        ? "for ever"
                        : Duration.ofMillis(Long.parseLong(retention)).toDays() + " d");
    }

    private static String readable(String property, String value) {
        if (!property.equals("retention.ms")) {
            return value;
        }
        Duration kept = Duration.ofMillis(Long.parseLong(value));
        if (kept.isNegative()) {
            return value + " (for ever)";
        }
        return kept.toDays() == 0 ? value : value + " (" + kept.toDays() + " d)";
    }

    private static String text(int number) {
        return Integer.toString(number);
    }

    private static String plural(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}

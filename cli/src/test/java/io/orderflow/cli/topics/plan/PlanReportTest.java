package io.orderflow.cli.topics.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.kafkaadapters.topics.TopicChange;
import io.orderflow.kafkaadapters.topics.TopicDefinition;
import io.orderflow.kafkaadapters.topics.TopicLoad;
import io.orderflow.kafkaadapters.topics.TopicPlan;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class PlanReportTest {

    private static final String TOPIC = "oms.order.events.v1";
    private static final TopicChange MISSING = new TopicChange.MissingTopic(new TopicDefinition(
            TOPIC,
            "order-service",
            "high",
            true,
            List.of(),
            TopicLoad.NONE,
            12,
            (short) 1,
            Map.of("retention.ms", "31536000000")));

    private final BrokerOptions broker = new BrokerOptions();

    PlanReportTest() {
        new CommandLine(new Holder(broker))
                .parseArgs("--bootstrap-servers", "broker:9092", "--environment", "production");
    }

    @Test
    void endsWithZeroWhereTheBrokerIsAsDeclared() {
        PlanReport report = report(false, new TopicChange.UndeclaredTopic("stray.v1", 1));

        assertThat(report.exitCode()).isZero();
        assertThat(text(report))
                .contains("(production, ", " against broker:9092", "i stray.v1", "1 partition", "as declared");
    }

    @Test
    void endsWithThreeWhereThereIsSomethingToApply() {
        PlanReport report = report(false, MISSING);

        assertThat(report.exitCode()).isEqualTo(3);
        assertThat(text(report)).contains("+ " + TOPIC, "12 partitions, 1 replica, keeps 365 d", "1 to create");
    }

    @Test
    void warnsLoudlyWhereKeysMove() {
        assertThat(text(report(false, new TopicChange.TooFewPartitions(TOPIC, 6, 12))))
                .containsPattern("! oms.order.events.v1 +partitions +6 +12\n")
                .contains("! oms.order.events.v1, partitions: keys move");
    }

    @Test
    void refusesWithTheReasonAndTheNextCommand() {
        PlanReport report = report(
                false,
                new TopicChange.CompactionLive(TOPIC, "compact", "delete"),
                new TopicChange.TooManyPartitions("cpq.quote.events.v1", 9, 6),
                MISSING);

        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(text(report))
                .contains("x oms.order.events.v1, cleanup.policy: the broker compacts the history")
                .contains("Next: ./orderflow topics apply --yes --stop-compaction")
                .contains("Next: declare `partitions: 9`")
                .contains("Nothing is applied while something is refused");
    }

    @Test
    void saysTheSameAboutManyTopicsOnce() {
        assertThat(text(report(
                        false,
                        new TopicChange.TooFewPartitions("a.v1", 6, 12),
                        new TopicChange.TooFewPartitions("b.v1", 6, 12),
                        new TopicChange.TooFewPartitions("c.v1", 3, 12))))
                .containsOnlyOnce("keys move")
                .contains("! a.v1 and 2 more, partitions: keys move");
    }

    @Test
    void saysWhatWasApplied() {
        PlanReport report = report(true, MISSING, new TopicChange.SettingDrift(TOPIC, "retention.ms", "-1", "1000"));

        assertThat(report.exitCode()).isZero();
        assertThat(text(report)).contains("Applied: 1 created, 1 changed", "-1 (for ever)", "deletes records");
    }

    @Test
    void tellsProgramsTheSame() throws Exception {
        StringWriter out = new StringWriter();
        report(
                        false,
                        MISSING,
                        new TopicChange.UndeclaredSetting("cpq.quote.events.v1", "retention.bytes", "1"),
                        new TopicChange.SettingDrift(TOPIC, "retention.ms", "-1", "1000"))
                .printJson(new PrintWriter(out));

        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.path("inSync").isBoolean()).isTrue();
        assertThat(json.path("inSync").asBoolean()).isFalse();
        assertThat(json.at("/changes/0/kind").asText()).isEqualTo("CREATE");
        assertThat(json.at("/changes/1/property").asText()).isEqualTo("retention.bytes");
        assertThat(json.at("/changes/2/broker").asText()).isEqualTo("-1");
        assertThat(json.at("/changes/1/declared").asText()).isEqualTo("broker default");
    }

    @Test
    void repeatsTheChoiceInTheNextCommand() {
        assertThat(broker.arguments()).isEqualTo(" --bootstrap-servers broker:9092 --environment production");
    }

    private PlanReport report(boolean applied, TopicChange... changes) {
        return PlanReport.of(broker, new TopicPlan(List.of(changes)), applied);
    }

    private static String text(PlanReport report) {
        StringWriter out = new StringWriter();
        report.print(new PrintWriter(out));
        return out.toString();
    }

    /** A command that has nothing but the options. */
    @CommandLine.Command
    static final class Holder {

        @CommandLine.Mixin
        private final BrokerOptions options;

        Holder(BrokerOptions options) {
            this.options = options;
        }
    }
}

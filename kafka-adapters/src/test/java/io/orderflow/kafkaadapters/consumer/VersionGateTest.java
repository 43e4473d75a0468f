package io.orderflow.kafkaadapters.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.kafkaadapters.consumer.VersionGate.Verdict;
import io.orderflow.kafkaadapters.inbox.AggregateVersions.Standing;
import io.orderflow.kafkaadapters.topics.VersionContract;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VersionGateTest {

    private static final Map<String, Standing> AT_FOUR = Map.of("a", new Standing(4, false));

    @Test
    void gaplessVersionsGoOneByOne() {
        VersionGate gate = new VersionGate(VersionContract.GAPLESS, AT_FOUR);
        assertThat(gate.admit("a", 4)).isEqualTo(Verdict.STALE);
        assertThat(gate.admit("a", 6)).isEqualTo(Verdict.EARLY);
        assertThat(gate.admit("a", 5)).isEqualTo(Verdict.NEXT);
        assertThat(gate.admit("a", 6)).isEqualTo(Verdict.NEXT);
        assertThat(gate.admit("unseen", 2)).isEqualTo(Verdict.EARLY);
        assertThat(gate.admit("unseen", 1)).isEqualTo(Verdict.NEXT);
    }

    @Test
    void nothingPassesAClosedAggregate() {
        VersionGate gate = new VersionGate(VersionContract.GAPLESS, AT_FOUR);
        assertThat(gate.admit("a", 5)).isEqualTo(Verdict.NEXT);
        gate.close("a");
        assertThat(gate.admit("a", 6)).isEqualTo(Verdict.EARLY);
        assertThat(gate.admit("b", 1)).isEqualTo(Verdict.NEXT);
    }

    @Test
    void increasingVersionsMaySkipButNotGoBack() {
        VersionGate gate = new VersionGate(VersionContract.INCREASING, AT_FOUR);
        assertThat(gate.admit("a", 9)).isEqualTo(Verdict.NEXT);
        assertThat(gate.admit("a", 7)).isEqualTo(Verdict.STALE);
    }
}

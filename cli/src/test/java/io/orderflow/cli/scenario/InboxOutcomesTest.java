package io.orderflow.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InboxOutcomesTest {

    private static final String METERS =
            """
            # TYPE orderflow_inbox_events_total counter
            orderflow_inbox_events_total{consumer="a.consumer",outcome="APPLIED"} 12.0
            orderflow_inbox_events_total{outcome="STALE",consumer="a.consumer"} 1.0
            orderflow_inbox_duplicates_total{consumer="a.consumer"} 3.0
            orderflow_inbox_batch_seconds_sum{consumer="a.consumer"} 9.0
            """;

    @Test
    void readsWhatTheServicesCount() {
        InboxOutcomes read = InboxOutcomes.read(METERS);

        assertThat(read.of("a.consumer", "APPLIED")).isEqualTo(12);
        assertThat(read.of("a.consumer", "STALE")).isEqualTo(1);
        assertThat(read.of("a.consumer", "DUPLICATE")).isEqualTo(3);
        assertThat(read.counts()).hasSize(3);
    }

    @Test
    void tellsOnlyWhatIsNew() {
        InboxOutcomes later = InboxOutcomes.read(METERS.replace("12.0", "14.0"));

        assertThat(later.since(InboxOutcomes.read(METERS)).counts()).isEqualTo(Map.of("a.consumer APPLIED", 2L));
    }
}

package io.orderflow.kafkaadapters.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    @Test
    void doublesUpToTheCapAndBeginsAnew() {
        Backoff backoff = new Backoff(FIRST, LONGEST, () -> 1);
        assertThat(Stream.generate(backoff::next).limit(5).map(Duration::toMillis))
                .containsExactly(200L, 400L, 800L, 1000L, 1000L);
        backoff.reset();
        assertThat(backoff.next()).isEqualTo(FIRST);
    }

    @Test
    void takesUpToHalfOfAPauseAwayByChance() {
        assertThat(new Backoff(FIRST, LONGEST, () -> 0).next()).isEqualTo(Duration.ofMillis(100));
        assertThat(new Backoff(FIRST, LONGEST, () -> 0.5).next()).isEqualTo(Duration.ofMillis(150));
    }
}

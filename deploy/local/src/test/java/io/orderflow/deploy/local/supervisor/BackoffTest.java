package io.orderflow.deploy.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff();

    @Test
    void waitsLongerEachTimeUpToALimit() {
        assertThat(IntStream.range(0, 7)
                        .mapToObj(i -> backoff.after(Duration.ofSeconds(5)).toSeconds()))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void forgetsAfterAGoodWhile() {
        IntStream.range(0, 5).forEach(i -> backoff.after(Duration.ZERO));

        assertThat(backoff.after(Duration.ofMinutes(2))).isEqualTo(Duration.ofSeconds(1));
    }
}

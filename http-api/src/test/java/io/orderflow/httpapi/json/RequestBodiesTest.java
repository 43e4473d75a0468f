package io.orderflow.httpapi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderflow.httpapi.problem.ApiProblem;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class RequestBodiesTest {

    private final AtomicLong now = new AtomicLong();

    @Test
    void aBodyOfExactlyTheLimitIsReadWhole() throws Exception {
        String body = "x".repeat(20_000);

        assertThat(RequestBodies.read(Bodies.stream(body), 20_000)).asString().isEqualTo(body);
    }

    @Test
    void oneByteMoreIsTooLarge() {
        assertThatExceptionOfType(ApiProblem.class)
                .isThrownBy(() -> RequestBodies.read(Bodies.stream("x".repeat(20_001)), 20_000))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(HttpStatus.PAYLOAD_TOO_LARGE));
    }

    @Test
    void aCallerThatSendsAByteASecondIsCutAfterThirtySeconds() {
        Dripping body = new Dripping(Duration.ofSeconds(1));

        assertThatExceptionOfType(ApiProblem.class)
                .isThrownBy(() -> RequestBodies.read(body, 20_000, now::get))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("request_timeout"));
        assertThat(body.bytes).isEqualTo(31);
    }

    @Test
    void aCallerThatIsOnlySlowIsHeard() throws Exception {
        assertThat(RequestBodies.read(new Dripping(Duration.ofMillis(299)), 100, now::get))
                .hasSize(100);
    }

    /** A byte with every read, each of which takes its time; ends after a hundred. */
    private final class Dripping extends InputStream {

        private final Duration pause;
        private int bytes;

        Dripping(Duration pause) {
            this.pause = pause;
        }

        @Override
        public int read() {
            throw new AssertionError("read in chunks");
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            now.addAndGet(pause.toNanos());
            return bytes++ < 100 ? 1 : -1;
        }
    }
}

package io.orderflow.kafkaadapters.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    /** The example of FIPS 180-2: whoever recomputes a fingerprint elsewhere must get the same. */
    @Test
    void isWhatEverybodyElseComputes() {
        assertThat(Fingerprint.of("abc".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}

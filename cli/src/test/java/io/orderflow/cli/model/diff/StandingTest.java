package io.orderflow.cli.model.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StandingTest {

    private final Standing standing = new Standing(Shipping.model(), Map.of("AwaitPickup", 6L, "Inspect", 2L));

    @Test
    void countsThoseOnAnActivity() {
        assertThat(standing.on("AwaitPickup")).isEqualTo(6);
        assertThat(standing.on("Inspect")).isEqualTo(2);
        assertThat(standing.on("Pack")).isZero();
    }

    @Test
    void countsThoseForWhomTheElementIsInForce() {
        assertThat(standing.on("Late")).as("a timer at the border").isEqualTo(6);
        assertThat(standing.on("Parcel")).as("a sub-process").isEqualTo(6);
        assertThat(standing.on("shipping")).as("the process").isEqualTo(8);
        assertThat(standing.on("Stopped")).as("an event that stops the process").isEqualTo(8);
        assertThat(standing.on("Stop")).as("a sub-process that has not begun").isZero();
    }

    @Test
    void countsNobodyOnWhatTheirVersionDoesNotKnow() {
        assertThat(standing.on("Bill")).isZero();
    }
}

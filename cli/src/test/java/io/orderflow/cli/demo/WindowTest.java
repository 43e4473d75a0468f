package io.orderflow.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WindowTest {

    private final Window window = new Window(2);

    @Test
    void holdsTheThirdUntilOneHasSettled() throws Exception {
        window.enter();
        window.enter();
        CompletableFuture<Void> third = CompletableFuture.runAsync(this::enter);
        await().during(Duration.ofMillis(200)).until(() -> !third.isDone());

        window.settled(1);

        await().until(third::isDone);
        assertThat(window.inFlight()).isEqualTo(2);
    }

    @Test
    void givesBackThePlaceOfWhatWasRefused() throws Exception {
        window.enter();
        window.enter();

        window.leave();
        window.enter();

        assertThat(window.inFlight()).isEqualTo(2);
    }

    private void enter() {
        try {
            window.enter();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

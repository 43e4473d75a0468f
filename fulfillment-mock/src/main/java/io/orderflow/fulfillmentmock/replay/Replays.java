package io.orderflow.fulfillmentmock.replay;

import io.orderflow.httpapi.problem.ApiProblem;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Starts replays and lets them run in the background. Thread safe. */
@Service
class Replays {

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);

    private final ReplayStore store;
    private final ReplayRun run;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "fulfillment-replay");
        thread.setDaemon(true);
        return thread;
    });

    Replays(ReplayStore store, ReplayRun run, Clock clock) {
        this.store = store;
        this.run = run;
        this.clock = clock;
    }

    /** @throws ApiProblem {@code replay_running} if one is under way on any node */
    Replay start(String operator) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!store.start(id, operator, now)) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "replay_running",
                    "Another replay of fulfilment is under way; wait for its end.");
        }
        worker.execute(() -> runQuietly(id, now));
        return get(id);
    }

    /** @throws ApiProblem {@code replay_not_found} */
    Replay get(UUID id) {
        return store.find(id)
                .orElseThrow(() ->
                        new ApiProblem(HttpStatus.NOT_FOUND, "replay_not_found", "There is no such replay here."));
    }

    private void runQuietly(UUID id, Instant startedAt) {
        try {
            run.run(id, startedAt);
        } catch (RuntimeException e) {
            LOG.error("Replay {} of fulfilment has failed; it changed nothing and can be started again", id, e);
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}

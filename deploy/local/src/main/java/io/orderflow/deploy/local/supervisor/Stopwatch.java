package io.orderflow.deploy.local.supervisor;

import io.orderflow.deploy.local.state.StackState;
import io.orderflow.deploy.local.state.StackState.StepStatus;
import java.time.Clock;

/** How long one step of the start has taken. Guarded by the board that holds it. */
final class Stopwatch {

    private final Clock clock;
    private StepStatus status = StepStatus.PENDING;
    private String detail = "";
    private long startedAt;
    private long endedAt;

    Stopwatch(Clock clock) {
        this.clock = clock;
    }

    void turn(StepStatus next, String about) {
        if (status == StepStatus.PENDING) {
            startedAt = clock.millis();
        }
        status = next;
        detail = about;
        endedAt = clock.millis();
    }

    boolean isRunning() {
        return status == StepStatus.RUNNING;
    }

    String detail() {
        return detail;
    }

    StackState.Step toStep(String name) {
        long until = isRunning() ? clock.millis() : endedAt;
        return new StackState.Step(name, status, (until - startedAt) / 100 / 10.0, detail);
    }
}

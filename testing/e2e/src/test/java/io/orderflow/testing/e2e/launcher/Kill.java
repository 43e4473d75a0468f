package io.orderflow.testing.e2e.launcher;

import static org.awaitility.Awaitility.await;

import io.orderflow.testing.e2e.launcher.StackFile.Member;
import java.time.Duration;

/** A member of the stack that was killed with SIGKILL, and the process that the launcher put in its place. */
public record Kill(String service, long pid, long inFlight, long successor, Duration away) {

    private static final Duration RETURN = Duration.ofSeconds(180);

    /**
     * Kills a service and waits until the launcher says that another process serves in its place.
     *
     * @param inFlight how many orders are under way, for the record
     */
    public static Kill nine(StackFile stack, String service, long inFlight) {
        Member victim = stack.member(service);
        long begin = System.nanoTime();
        ProcessHandle process = ProcessHandle.of(victim.pid()).orElseThrow();
        process.destroyForcibly();
        Member successor = await(service + " to be back")
                .atMost(RETURN)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> stack.member(service), now -> now.isReady() && now.pid() != victim.pid());
        if (ProcessFamily.isRunning(process)) {
            throw new AssertionError("%s is still process %d".formatted(service, victim.pid()));
        }
        return new Kill(service, victim.pid(), inFlight, successor.pid(), Duration.ofNanos(System.nanoTime() - begin));
    }

    @Override
    public String toString() {
        return "%s (%d -> %d, back after %.1f s, %d orders in flight)"
                .formatted(service, pid, successor, away.toMillis() / 1e3, inFlight);
    }
}

package io.orderflow.cli.scenario;

import io.orderflow.cli.stack.Refusal;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Predicate;

/** Says what is done and what is waited for, in the order in which it happens. */
final class Narrator {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final PrintWriter out;
    private int steps;

    Narrator(PrintWriter out) {
        this.out = out;
    }

    /** What happens next, as a sentence. */
    void say(String format, Object... arguments) {
        steps++;
        out.printf("%2d. %s%n", steps, format.formatted(arguments));
        out.flush();
    }

    @FunctionalInterface
    interface Look<T> {
        T at() throws InterruptedException;
    }

    /**
     * Waits until what one sees is as it should be, and returns it.
     *
     * @param what ends the sentence "waiting until"
     * @throws Refusal if it takes too long
     */
    <T> T await(String what, Look<T> look, Predicate<T> fine) throws InterruptedException {
        out.print("      waiting until " + what + " ... ");
        out.flush();
        long begin = System.nanoTime();
        while (true) {
            T seen = look.at();
            Duration passed = Duration.ofNanos(System.nanoTime() - begin);
            if (fine.test(seen)) {
                out.println(String.format(Locale.ROOT, "%.1f s", passed.toMillis() / 1e3));
                return seen;
            }
            if (passed.compareTo(LIMIT) > 0) {
                out.println("in vain");
                throw new Refusal("this has not happened within %d s: %s. Next: ./orderflow status"
                        .formatted(LIMIT.toSeconds(), what));
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }
}

package io.orderflow.cli.stack;

import java.io.IOException;
import java.time.Duration;

/** Repeats a call while its service is being restarted; only for calls that are safe to repeat. Thread safe. */
public final class Patience {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Stack stack;

    public Patience(Stack stack) {
        this.stack = stack;
    }

    /** A call over HTTP. */
    @FunctionalInterface
    public interface Call {
        Answer send() throws IOException, InterruptedException;
    }

    /** @throws Refusal if there is no answer for long, or the stack is gone */
    public Answer send(Call call) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            String trouble;
            try {
                Answer answer = call.send();
                if (answer.status() < 500 && answer.status() != 429) {
                    return answer;
                }
                trouble = answer.problem();
            } catch (IOException e) {
                trouble = e.toString();
            }
            if (!stack.isStillUp()) {
                throw new Refusal("the stack has been stopped. Next: ./orderflow up");
            }
            if (System.nanoTime() > end) {
                throw new Refusal(
                        "no answer for %d s: %s. Next: ./orderflow status".formatted(LIMIT.toSeconds(), trouble));
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }
}

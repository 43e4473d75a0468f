package io.orderflow.messagecorrelation.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.messagecorrelation.EngineRaceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngineException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Runs a race once for each statement of ours, with theirs right before it, and expects every failure to be known. */
final class RaceCourse {

    private static final Logger LOG = LoggerFactory.getLogger(RaceCourse.class);

    private final Interruption interruption;

    /** Every kind of failure with the number of moments at which it was provoked. */
    private final Map<String, Integer> failures = new TreeMap<>();

    /** Failures that would pass for mistakes. */
    private final List<String> unknown = new ArrayList<>();

    RaceCourse(Node ours) {
        interruption = Interruption.of(ours.engine);
    }

    Map<String, Integer> failures() {
        return failures;
    }

    List<String> unknown() {
        return unknown;
    }

    /** @param race what both do to an instance of its own, made anew for each moment */
    void run(String name, Supplier<Race> race) {
        int moment = 0;
        do {
            Race next = race.get();
            boolean[] theyWon = {false};
            interruption.before(++moment, () -> theyWon[0] = failureOf(next.theirs()) == null);
            RuntimeException failure = failureOf(next.ours());
            if (failure != null) {
                assertThat(theyWon[0])
                        .as("%s failed on its own: %s", name, failure)
                        .isTrue();
                classify(name, failure, moment);
            }
        } while (interruption.hasHappened());
        assertThat(moment).as("moments").isGreaterThan(5);
        LOG.info("{}: raced at each of {} moments", name, moment - 1);
    }

    private void classify(String name, RuntimeException failure, int moment) {
        boolean race = failure instanceof EngineRaceException
                || EngineFailures.translate(failure) instanceof EngineRaceException;
        failures.merge(kind(failure) + (race ? "" : ", no race"), 1, Integer::sum);
        // Before our first statement nothing of ours has begun: what was gone by then, we ask for in vain.
        if (!race && (moment > 1 || !(failure instanceof ProcessEngineException))) {
            unknown.add(name + ": " + kind(failure));
        }
    }

    private static @Nullable RuntimeException failureOf(Runnable act) {
        try {
            act.run();
            return null;
        } catch (RuntimeException failure) {
            return failure;
        }
    }

    private static String kind(RuntimeException failure) {
        Throwable cause =
                failure instanceof DataAccessException && failure.getCause() != null ? failure.getCause() : failure;
        String type = cause.getClass().getSimpleName();
        if (isForeignKey(cause)) {
            return type + ": foreign key";
        }
        if (cause.toString().contains("does not have a subscription")) {
            return type + ": does not have a subscription";
        }
        return type + " in " + thrower(cause);
    }

    private static boolean isForeignKey(Throwable failure) {
        return failure.toString().contains("foreign key")
                || (failure.getCause() != null && isForeignKey(failure.getCause()));
    }

    /** The first frame that is neither reflection nor a check. */
    private static String thrower(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.camunda")
                        && !frame.getClassName().endsWith("EnsureUtil"))
                .findFirst()
                .map(StackTraceElement::getMethodName)
                .orElse("nobody");
    }

    record Race(Runnable ours, Runnable theirs) {}
}

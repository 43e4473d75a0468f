package io.orderflow.messagecorrelation.camunda.binding;

import io.orderflow.messagecorrelation.CorrelationTarget.StartProcess;
import io.orderflow.messagecorrelation.binding.EventBinding;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/**
 * What the newest versions of all processes are bound to. Looked up once a second at most, so a batch costs one statement or
 * none; a deployment on this node is seen at once, one on another node a second later at the latest. A command gets the same
 * answers until its end. Thread safe.
 */
public final class DeployedBindings {

    private static final long MAX_AGE = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanoTime;

    private volatile @Nullable NewestVersions newest;

    public DeployedBindings() {
        this(System::nanoTime);
    }

    /** @param nanoTime a clock that only goes forward, in nanoseconds */
    DeployedBindings(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The process that an event of this type starts, if its business key has no instance yet. */
    public Optional<StartProcess> startingOn(CommandContext context, String eventType) {
        return newest(context).startingOn(eventType);
    }

    /** Whether an instance of any process' newest version may wait for the event; starting one does not count. */
    public boolean isCaught(CommandContext context, String eventType) {
        return newest(context).isCaught(eventType);
    }

    /** The elements of a process' newest version that catch the event. */
    public List<EventBinding> catching(CommandContext context, String processKey, String eventType) {
        return newest(context).catching(processKey, eventType);
    }

    /** The next question is answered from the database. */
    void forget() {
        newest = null;
    }

    private NewestVersions newest(CommandContext context) {
        ToldVersions ofCommand = context.getSession(ToldVersions.class);
        @Nullable NewestVersions told = ofCommand.get();
        if (told == null) {
            told = newestOfNode(context);
            ofCommand.set(told);
        }
        return told;
    }

    private NewestVersions newestOfNode(CommandContext context) {
        @Nullable NewestVersions known = newest;
        long now = nanoTime.getAsLong();
        if (known == null || now - known.readAt() > MAX_AGE) {
            known = NewestVersions.read(context, now);
            newest = known;
        }
        return known;
    }
}

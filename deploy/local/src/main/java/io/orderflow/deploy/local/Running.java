package io.orderflow.deploy.local;

import io.orderflow.deploy.local.process.ProcessIdentity;
import io.orderflow.deploy.local.state.Layout;
import io.orderflow.deploy.local.state.StackFile;
import io.orderflow.deploy.local.state.StackLock;
import io.orderflow.deploy.local.state.StackState;
import java.util.Optional;

/** The stack that runs at this moment, if one does, as the commands see it. */
final class Running {

    private final Layout layout;
    private final StackFile file;

    Running(Layout layout) {
        this.layout = layout;
        this.file = new StackFile(layout.stackFile());
    }

    boolean isUp() {
        return StackLock.isHeld(layout.lockFile());
    }

    /** The last that was written, by a supervisor that may be gone. */
    Optional<StackState> lastState() {
        return file.read();
    }

    /** What the supervisor that runs now has written. */
    Optional<StackState> state() {
        return isUp() ? lastState().filter(state -> supervisor(state).isPresent()) : Optional.empty();
    }

    Optional<ProcessHandle> supervisor() {
        return state().flatMap(Running::supervisor);
    }

    private static Optional<ProcessHandle> supervisor(StackState state) {
        return new ProcessIdentity(state.supervisorPid(), state.supervisorStartedAt()).find();
    }
}

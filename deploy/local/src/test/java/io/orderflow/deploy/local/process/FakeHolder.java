package io.orderflow.deploy.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Stands for a supervisor: holds one child on a leash until it is killed. */
final class FakeHolder {

    private FakeHolder() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[1]);
        Leash leash = Leash.start(
                Path.of(arguments[0]),
                new LeashedCommand(
                        List.of("bash", "-c", "while :; do sleep 0.1; done"),
                        Map.of(),
                        directory,
                        directory.resolve("child.log"),
                        StopSignal.TERM,
                        Duration.ofSeconds(2)));
        Path next = directory.resolve("pid.next");
        Files.writeString(next, Long.toString(leash.identity().pid()));
        Files.move(next, Path.of(arguments[2]), StandardCopyOption.ATOMIC_MOVE);
        new CountDownLatch(1).await();
    }
}

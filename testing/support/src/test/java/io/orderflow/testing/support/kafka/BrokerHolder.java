package io.orderflow.testing.support.kafka;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A JVM of its own for {@link BrokerProcessIT}: stops a broker, writes down its process id and waits to be killed. */
final class BrokerHolder {

    private BrokerHolder() {}

    public static void main(String[] arguments) throws Exception {
        BrokerProcess broker = BrokerProcess.start();
        broker.pause();
        Path file = Path.of(arguments[0]);
        Path draft = Path.of(arguments[0] + ".draft");
        Files.write(
                draft,
                List.of(Long.toString(broker.pid()), String.valueOf(broker.log().getParent())));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        new CountDownLatch(1).await();
    }
}

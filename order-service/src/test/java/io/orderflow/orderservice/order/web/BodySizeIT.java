package io.orderflow.orderservice.order.web;

import static io.orderflow.orderservice.order.web.OrderBodies.LINE;
import static io.orderflow.orderservice.order.web.OrderBodies.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.orderservice.Http;
import io.orderflow.orderservice.OrderServiceNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Row B8: bodies that are too large are refused, and leave nothing behind. */
class BodySizeIT {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int REQUESTS = 10;
    private static final byte[] SPACES = " ".repeat(MEGABYTE).getBytes(StandardCharsets.UTF_8);

    @RegisterExtension
    final RefusalCheck refused = new RefusalCheck();

    private final Http http = OrderServiceNode.shared().http();

    @Test
    void aTextOfMegabytesIsTooLong() {
        assertThat(refused.of(http.capture(order(LINE).replace("q_", "q".repeat(5_000_000))))
                        .code())
                .isEqualTo("too_long");
    }

    @Test
    void manyHugeBodiesAreRefusedAndTheHeapStaysFlat() {
        String text = order(LINE).replace("q_", "q".repeat(5_000_000));
        sendMany(text);
        long before = usedHeap();

        sendMany(text);

        long grown = usedHeap() - before;
        System.out.printf("%d bodies of 9 and of 5 MB refused, heap grown by %d kB%n", REQUESTS, grown / 1024);
        assertThat(grown).as("bytes").isLessThan(20L * MEGABYTE);
    }

    private void sendMany(String text) {
        for (int i = 0; i < REQUESTS; i++) {
            Http.Response tooLarge = sendChunked();
            RefusalCheck.assertShape(tooLarge);
            assertThat(tooLarge.status()).isEqualTo(413);
            assertThat(tooLarge.code()).isEqualTo("payload_too_large");
            assertThat(http.capture(text).code()).isEqualTo("too_long");
        }
    }

    /** Without a length, so that only reading tells. */
    private Http.Response sendChunked() {
        BodyPublisher nineMegabytes = BodyPublishers.ofInputStream(
                () -> new SequenceInputStream(Collections.enumeration(Collections.nCopies(9, SPACES).stream()
                        .<InputStream>map(ByteArrayInputStream::new)
                        .toList())));
        return http.captureBytes(nineMegabytes);
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

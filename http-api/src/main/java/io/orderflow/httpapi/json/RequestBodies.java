package io.orderflow.httpapi.json;

import io.orderflow.httpapi.problem.ApiProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.http.HttpStatus;

/**
 * Reads request bodies whole, within a number of bytes and within a time. The server's own timeout only ends a caller that
 * sends nothing at all; one that sends a byte now and then would keep a thread for good.
 */
public final class RequestBodies {

    private static final Duration TIME = Duration.ofSeconds(30);
    private static final int CHUNK = 8 * 1024;

    private RequestBodies() {}

    /**
     * Reads to the end of the body.
     *
     * @throws ApiProblem 413 payload_too_large or 408 request_timeout; the rest of the body stays unread
     * @throws IOException if the caller goes away, or sends nothing for as long as the server waits
     */
    public static byte[] read(InputStream body, int maxBytes) throws IOException {
        return read(body, maxBytes, System::nanoTime);
    }

    static byte[] read(InputStream body, int maxBytes, LongSupplier nanos) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        long since = nanos.getAsLong();
        for (int length = body.read(chunk); length >= 0; length = body.read(chunk)) {
            if (read.size() + length > maxBytes) {
                throw new ApiProblem(
                        HttpStatus.PAYLOAD_TOO_LARGE,
                        "payload_too_large",
                        "The body has more than %d bytes.".formatted(maxBytes));
            }
            if (nanos.getAsLong() - since > TIME.toNanos()) {
                throw new ApiProblem(
                        HttpStatus.REQUEST_TIMEOUT,
                        "request_timeout",
                        "The body took more than %d seconds.".formatted(TIME.toSeconds()));
            }
            read.write(chunk, 0, length);
        }
        return read.toByteArray();
    }
}

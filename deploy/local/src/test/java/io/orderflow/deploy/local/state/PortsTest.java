package io.orderflow.deploy.local.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    private final Ports ports = new Ports();

    @Test
    void takesThePreferredPortWhenNobodyListens() throws IOException {
        int free = freePort();

        assertThat(ports.pick("orders", free)).isEqualTo(free);
        assertThat(ports.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void picksAnotherPortWithTheSameLastDigitAndSaysSo(String address) throws IOException {
        try (ServerSocket other = new ServerSocket()) {
            other.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
            int inUse = other.getLocalPort();

            int picked = ports.pick("orders", inUse);

            assertThat(picked).isGreaterThan(inUse);
            assertThat(picked % 10).isEqualTo(inUse % 10);
            assertThat(ports.notes())
                    .containsExactly("port %d is in use, orders listens on %d".formatted(inUse, picked));
        }
    }

    @Test
    void givesNoPortAwayTwice() throws IOException {
        int free = freePort();

        assertThat(ports.pick("orders", free)).isNotEqualTo(ports.pick("mock", free));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

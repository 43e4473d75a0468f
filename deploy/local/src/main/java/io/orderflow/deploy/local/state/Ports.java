package io.orderflow.deploy.local.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Picks a port for each service: the well-known one if it is free, else one that ends in the same digit. */
public final class Ports {

    private static final int STEP = 10;
    private static final int TRIES = 50;
    private static final int CONNECT_MILLIS = 200;

    private final Set<Integer> taken = new HashSet<>();
    private final List<String> notes = new ArrayList<>();

    /** A port that nobody listens on and that this object has not given away before. */
    public int pick(String service, int preferred) {
        for (int port = preferred; port <= preferred + STEP * TRIES; port += STEP) {
            if (!taken.contains(port) && isFree(port)) {
                taken.add(port);
                if (port != preferred) {
                    notes.add("port %d is in use, %s listens on %d".formatted(preferred, service, port));
                }
                return port;
            }
        }
        throw new IllegalStateException("no free port for %s from %d on".formatted(service, preferred));
    }

    /** What to tell about ports other than the preferred ones. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** Whether somebody accepts connections there. */
    public static boolean isListening(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** On some systems one can bind to the loopback address although somebody listens on all addresses. */
    private static boolean isFree(int port) {
        return !isListening(port) && canBind(port);
    }

    private static boolean canBind(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (BindException inUse) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

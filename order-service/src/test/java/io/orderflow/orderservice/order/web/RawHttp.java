package io.orderflow.orderservice.order.web;

import io.orderflow.orderservice.Http;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Sends bytes that no HTTP client would send. */
final class RawHttp {

    static final String ALICE = "Authorization: Basic "
            + Base64.getEncoder().encodeToString("alice:alice-secret".getBytes(StandardCharsets.UTF_8)) + "\r\n";

    private final int port;

    RawHttp(Http http) {
        this.port = http.port();
    }

    /** A connection on which the request has been sent; the caller closes it. */
    Socket open(String request) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return socket;
    }

    /** Everything that comes back until the server closes the connection; fails if it does not. */
    String send(String request) throws IOException {
        try (Socket socket = open(request)) {
            return readToEnd(socket);
        }
    }

    /** The same, for a request whose caller says that nothing more will come. */
    String sendAndEnd(String request) throws IOException {
        try (Socket socket = open(request)) {
            socket.shutdownOutput();
            return readToEnd(socket);
        }
    }

    static String readToEnd(Socket socket) throws IOException {
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(response);
        } catch (SocketException resetAfterTheAnswer) {
            // The server need not read what it has refused.
        }
        return response.toString(StandardCharsets.ISO_8859_1);
    }
}

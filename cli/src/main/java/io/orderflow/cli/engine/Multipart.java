package io.orderflow.cli.engine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A form with files, as a browser sends it. */
final class Multipart {

    private final String boundary = "orderflow-" + UUID.randomUUID();
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    Multipart field(String name, String value) {
        return part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    Multipart file(String name, byte[] bytes) {
        return part("name=\"%s\"; filename=\"%s\"".formatted(name, name), bytes);
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    byte[] body() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(content.toByteArray());
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private Multipart part(String disposition, byte[] bytes) {
        String head = "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n".formatted(boundary, disposition);
        content.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        content.writeBytes(bytes);
        content.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return this;
    }
}

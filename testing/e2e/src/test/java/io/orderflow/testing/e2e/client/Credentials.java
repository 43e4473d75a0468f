package io.orderflow.testing.e2e.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** A caller's name and secret. */
public record Credentials(String name, String password) {

    /** A secret that nobody has used before. */
    public static Credentials random(String name) {
        return new Credentials(name, UUID.randomUUID().toString());
    }

    String basic() {
        String pair = name + ":" + password;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}

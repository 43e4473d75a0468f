package io.orderflow.cli.model.diff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A small model with one of everything, and what becomes of it when a piece of its text is replaced. */
final class Shipping {

    static final String TEXT = text();

    private Shipping() {}

    static Model model() {
        return read(TEXT);
    }

    static Model with(String piece, String replacement) {
        if (!TEXT.contains(piece)) {
            throw new IllegalArgumentException("the model does not contain " + piece);
        }
        return read(TEXT.replace(piece, replacement));
    }

    static Model read(String text) {
        return ModelReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text() {
        try (InputStream file = Shipping.class.getResourceAsStream("/models/shipping.bpmn")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

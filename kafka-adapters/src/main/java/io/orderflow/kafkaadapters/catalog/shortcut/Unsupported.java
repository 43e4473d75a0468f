package io.orderflow.kafkaadapters.catalog.shortcut;

/** A schema says something that only the library understands. */
final class Unsupported extends RuntimeException {

    Unsupported(String what) {
        super(what);
    }
}

package io.orderflow.kafkaadapters.outbox;

/** Who does something by hand, and why. Neither may be left out. */
record Account(String actor, String reason) {

    Account {
        if (actor.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("Say who does this and why: actor and reason must not be blank");
        }
    }
}

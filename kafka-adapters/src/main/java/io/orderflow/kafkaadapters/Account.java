package io.orderflow.kafkaadapters;

/**
 * Who does something by hand, and why. Neither may be left out.
 *
 * @param actor the operator's name
 * @param reason in the operator's words
 */
public record Account(String actor, String reason) {

    public Account {
        if (actor.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("Say who does this and why: actor and reason must not be blank");
        }
    }
}

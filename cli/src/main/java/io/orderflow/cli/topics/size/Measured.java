package io.orderflow.cli.topics.size;

/**
 * What a consumer group has taken for its events since its service started.
 *
 * @param seconds in polls: decoding, transaction, commit
 * @param events received
 * @param polls that had events
 */
record Measured(double seconds, double events, double polls) {

    /** Below this many events a poll, the fixed cost of a transaction hides what an event costs under load. */
    private static final double LIGHT = 20;

    Measured plus(Measured other) {
        return new Measured(seconds + other.seconds, events + other.events, polls + other.polls);
    }

    /** What has been added since; all of it if the service has been started again meanwhile and counts anew. */
    Measured since(Measured before) {
        return events < before.events
                ? this
                : new Measured(seconds - before.seconds, events - before.events, polls - before.polls);
    }

    double msPerEvent() {
        return seconds * 1000 / events;
    }

    double eventsPerPoll() {
        return events / polls;
    }

    static boolean isLight(double eventsPerPoll) {
        return eventsPerPoll < LIGHT;
    }
}

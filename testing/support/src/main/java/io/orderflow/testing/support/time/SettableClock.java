package io.orderflow.testing.support.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. Safe to share between threads. */
public final class SettableClock extends Clock {

    private final Hands hands;
    private final ZoneId zone;

    private SettableClock(Hands hands, ZoneId zone) {
        this.hands = hands;
        this.zone = zone;
    }

    /** A clock in UTC that shows the given instant. */
    public static SettableClock at(Instant instant) {
        return new SettableClock(new Hands(instant), ZoneOffset.UTC);
    }

    /** Shows another instant from now on; may go backwards, as real clocks do. */
    public void set(Instant instant) {
        hands.set(instant);
    }

    /** Moves on by the given duration and returns the new instant. */
    public Instant advance(Duration step) {
        return hands.advance(step);
    }

    @Override
    public Instant instant() {
        return hands.shown;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same hands seen from another zone: moving one clock moves the other. */
    @Override
    public Clock withZone(ZoneId other) {
        return new SettableClock(hands, other);
    }

    private static final class Hands {

        private volatile Instant shown;

        Hands(Instant shown) {
            this.shown = shown;
        }

        synchronized void set(Instant instant) {
            shown = instant;
        }

        synchronized Instant advance(Duration step) {
            shown = shown.plus(step);
            return shown;
        }
    }
}

package io.orderflow.cli.demo;

/** Lets only so many orders be under way at a time, so that latency says something about the stack, not about a queue. */
final class Window {

    private final int limit;
    private long entered;
    private long left;
    private long settled;

    Window(int limit) {
        this.limit = limit;
    }

    /** Waits for a place. */
    synchronized void enter() throws InterruptedException {
        while (inFlight() >= limit) {
            wait();
        }
        entered++;
    }

    /** An order that was refused never gets under way. */
    synchronized void leave() {
        left++;
        notifyAll();
    }

    /** How many orders have come to their end since the beginning. */
    synchronized void settled(long count) {
        settled = count;
        notifyAll();
    }

    synchronized long inFlight() {
        return Math.max(0, entered - left - settled);
    }
}

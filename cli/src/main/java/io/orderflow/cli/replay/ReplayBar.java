package io.orderflow.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Locale;

/** How far a replay is: a bar that moves on a terminal, else a line every few seconds. */
final class ReplayBar {

    private static final int WIDTH = 24;
    private static final double PLAIN_PAUSE_SECONDS = 5;

    private final PrintWriter out;
    private final boolean terminal;
    private final long since = System.nanoTime();
    private double nextLine;

    ReplayBar(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void show(JsonNode replay) {
        double now = (System.nanoTime() - since) / 1e9;
        if (terminal) {
            out.print("\r\033[2K" + line(replay));
        } else if (now >= nextLine) {
            nextLine = now + PLAIN_PAUSE_SECONDS;
            out.println(line(replay));
        }
        out.flush();
    }

    void end(JsonNode replay) {
        out.println((terminal ? "\r\033[2K" : "") + line(replay));
        out.flush();
    }

    static String line(JsonNode replay) {
        double done = replay.path("done").asDouble();
        int filled = (int) (WIDTH * done);
        long behind = 0;
        for (JsonNode partition : replay.path("partitions")) {
            behind += Math.max(
                    0,
                    partition.path("until").asLong()
                            - partition.path("position").asLong());
        }
        return String.format(
                Locale.ROOT,
                "[%s%s] %5.1f %%  %,d read, %,d to go, %,d events/s%s",
                "#".repeat(filled),
                "-".repeat(WIDTH - filled),
                100 * done,
                replay.path("eventsRead").asLong(),
                behind,
                replay.path("eventsPerSecond").asLong(),
                replay.hasNonNull("secondsLeft")
                        ? ", " + replay.path("secondsLeft").asLong() + " s left"
                        : "");
    }
}

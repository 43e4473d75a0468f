package io.orderflow.testing.benchmarks.endtoend;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads all counters at the beginning and at the end of a phase. */
final class Meter {

    private static final double PERCENT = 100;

    private final StackFile stack;
    private final CpuAccount cpu;
    private final Clock clock;
    private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    Meter(StackFile stack, CpuAccount cpu, Clock clock) {
        this.stack = stack;
        this.cpu = cpu;
        this.clock = clock;
    }

    /** What is to be measured. */
    @FunctionalInterface
    interface Load {
        void run() throws SQLException;
    }

    /** Counts everything until the last order that was offered is completed: what it costs, it may cost late. */
    Phase measure(Load load, Load rest) throws SQLException {
        SqlAccount sql = SqlAccount.of(stack);
        Map<String, Duration> before = cpu.total();
        machine.getCpuLoad();
        long from = clock.millis();
        load.run();
        long until = clock.millis();
        rest.run();
        double available = (clock.millis() - from) * (double) machine.getAvailableProcessors();
        double busy = machine.getCpuLoad() * available;
        Map<String, Duration> used = new LinkedHashMap<>();
        cpu.total().forEach((by, total) -> used.put(by, total.minus(before.getOrDefault(by, Duration.ZERO))));
        long ours = used.values().stream().mapToLong(Duration::toMillis).sum();
        double others = PERCENT * (busy - ours) / available;
        return new Phase(from, until, used, SqlAccount.of(stack).since(sql), Math.max(0, others));
    }
}

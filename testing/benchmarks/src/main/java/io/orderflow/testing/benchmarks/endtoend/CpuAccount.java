package io.orderflow.testing.benchmarks.endtoend;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * CPU time by who has used it: each process of the stack, PostgreSQL by the database that its process works for, and this
 * JVM. Processes that end in between keep what they had used at the last look, which is once a second. Thread safe.
 */
final class CpuAccount implements AutoCloseable {

    static final String BENCHMARK = "benchmark";

    private static final String POSTGRES = "postgres";

    private final Map<Long, Used> byProcess = new ConcurrentHashMap<>();
    private final Map<String, Long> processes;
    private final Connection postgres;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();

    private record Used(String by, Duration cpu) {}

    CpuAccount(StackFile stack) throws SQLException {
        this.processes = stack.processes();
        this.postgres = stack.connect(POSTGRES);
        looks.scheduleWithFixedDelay(this::lookQuietly, 1, 1, TimeUnit.SECONDS);
    }

    /** What everybody has used so far. */
    Map<String, Duration> total() throws SQLException {
        look();
        Map<String, Duration> total = new LinkedHashMap<>();
        byProcess.values().forEach(used -> total.merge(used.by(), used.cpu(), Duration::plus));
        return total;
    }

    private void lookQuietly() {
        try {
            look();
        } catch (SQLException e) {
            // The next look that somebody asked for tells.
        }
    }

    private synchronized void look() throws SQLException {
        see(BENCHMARK, ProcessHandle.current());
        processes.forEach((name, pid) -> ProcessHandle.of(pid)
                .ifPresent(process -> see(name.equals(POSTGRES) ? POSTGRES + ", background" : name, process)));
        Long postmaster = processes.get(POSTGRES);
        if (postmaster == null) {
            return;
        }
        Map<Long, String> workers = workers();
        ProcessHandle.of(postmaster).ifPresent(parent -> parent.descendants().forEach(child -> {
            String by = workers.get(child.pid());
            Used before = byProcess.get(child.pid());
            see(by != null ? by : before != null ? before.by() : POSTGRES + ", background", child);
        }));
    }

    private void see(String by, ProcessHandle process) {
        process.info().totalCpuDuration().ifPresent(cpu -> byProcess.put(process.pid(), new Used(by, cpu)));
    }

    private Map<Long, String> workers() throws SQLException {
        Map<Long, String> workers = new LinkedHashMap<>();
        try (var statement = postgres.createStatement();
                var rows = statement.executeQuery(EndToEndSql.WORKERS)) {
            while (rows.next()) {
                @Nullable String database = rows.getString(2);
                workers.put(rows.getLong(1), POSTGRES + ", " + task(database, rows.getString(3)));
            }
        }
        return workers;
    }

    private static String task(@Nullable String database, String kind) {
        if (kind.startsWith("autovacuum")) {
            return "vacuum";
        }
        boolean works = kind.equals("client backend") && database != null && !database.equals(POSTGRES);
        return works ? String.valueOf(database) : "background";
    }

    @Override
    public void close() throws SQLException {
        looks.shutdownNow();
        postgres.close();
    }
}

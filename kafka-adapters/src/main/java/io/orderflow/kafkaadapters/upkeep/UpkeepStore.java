package io.orderflow.kafkaadapters.upkeep;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The table of jobs. The row of a job stays locked while it runs, by a transaction of its own beside those of the job: a
 * node that dies loses the lock with its connection.
 */
final class UpkeepStore {

    /** The first pause after a failure; each further one doubles it. */
    private static final long FIRST_RETRY_MILLIS = 1000;

    private final JdbcClient jdbc;
    private final TransactionTemplate lock;
    private final TransactionTemplate outside;
    private final LongSupplier nanoTime;

    UpkeepStore(JdbcClient jdbc, PlatformTransactionManager transactions, LongSupplier nanoTime) {
        this.jdbc = jdbc;
        this.lock = withPropagation(transactions, TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.outside = withPropagation(transactions, TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        this.nanoTime = nanoTime;
    }

    private static TransactionTemplate withPropagation(PlatformTransactionManager transactions, int propagation) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(propagation);
        return template;
    }

    enum Outcome {
        SUCCESS,
        FAILURE,
        /** Not due any more, or another node runs it right now. */
        NOT_OURS
    }

    /**
     * @param dueIn until the job is due; zero if it is
     * @param sinceSuccess since its last success on any node, or since it was first known
     */
    record State(String name, Duration dueIn, Duration sinceSuccess) {}

    void register(Collection<UpkeepJob> jobs) {
        jdbc.sql(UpkeepSql.REGISTER).param("names", names(jobs)).update();
    }

    List<State> states(Collection<UpkeepJob> jobs) {
        return jdbc.sql(UpkeepSql.STATES)
                .param("names", names(jobs))
                .param("millis", jobs.stream().mapToLong(UpkeepStore::interval).toArray())
                .param(
                        "retries",
                        jobs.stream().mapToLong(job -> FIRST_RETRY_MILLIS).toArray())
                .query((row, number) -> new State(
                        row.getString("name"), seconds(row.getDouble("due_in")), seconds(row.getDouble("age"))))
                .list();
    }

    /** Runs the job if it is due and free, and writes down how it went. */
    Outcome runIfDue(UpkeepJob job, Runnable work, Consumer<RuntimeException> onFailure) {
        return lock.execute(status -> {
            boolean taken = jdbc.sql(UpkeepSql.TAKE)
                    .param("name", job.name())
                    .param("millis", interval(job))
                    .param("retry", FIRST_RETRY_MILLIS)
                    .query(String.class)
                    .optional()
                    .isPresent();
            if (!taken) {
                return Outcome.NOT_OURS;
            }
            long start = nanoTime.getAsLong();
            try {
                outside.executeWithoutResult(none -> work.run());
            } catch (RuntimeException e) {
                onFailure.accept(e);
                jdbc.sql(UpkeepSql.FAILED).param("name", job.name()).update();
                return Outcome.FAILURE;
            }
            jdbc.sql(UpkeepSql.SUCCEEDED)
                    .param("name", job.name())
                    .param("took", TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - start))
                    .update();
            return Outcome.SUCCESS;
        });
    }

    private static long interval(UpkeepJob job) {
        return Math.max(10, job.every().toMillis());
    }

    private static String[] names(Collection<UpkeepJob> jobs) {
        return jobs.stream().map(UpkeepJob::name).toArray(String[]::new);
    }

    private static Duration seconds(double seconds) {
        return Double.isFinite(seconds) ? Duration.ofMillis(Math.round(Math.ceil(seconds * 1000))) : Duration.ZERO;
    }
}

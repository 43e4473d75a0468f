package io.orderflow.orchestration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Date;
import java.util.Objects;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A node has taken a job and is no more: another executes it, after as long as the lock lasts and somebody looks. */
class DeadNodeIT {

    private static final Logger LOG = LoggerFactory.getLogger(DeadNodeIT.class);

    private TwoNodes nodes;

    @BeforeEach
    void nodesAreRunning() throws Exception {
        nodes = TwoNodes.running();
    }

    @Test
    void itsJobIsExecutedByAnotherWithinAMinute() {
        OrderEvents order = new OrderEvents(2);
        nodes.left.handle(order.captured());
        Job timer = nodes.left.seen.timerOf(order);

        long locked = acquireAndDie(timer);
        await().pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(nodes.left.factsOf(order)).endsWith("OrderJeopardyRaised", "OrderJeopardyRaised"));
        Duration waited = Duration.ofNanos(System.nanoTime() - locked);

        LOG.info("a job that a dead node had locked was executed by another after {} ms", waited.toMillis());
        assertThat(waited)
                .as("until the lock was over")
                .isGreaterThan(Duration.ofMillis(
                        nodes.left.configuration().getJobExecutor().getLockTimeInMillis() - 1_000L));
        assertThat(nodes.left.factsOf(order)).hasSize(5);
    }

    /** The job becomes due and is locked in one transaction, so that no living node comes first. */
    private long acquireAndDie(Job timer) {
        JobExecutor dead = new DefaultJobExecutor();
        dead.setLockTimeInMillis(nodes.left.configuration().getJobExecutor().getLockTimeInMillis());
        dead.setMaxJobsPerAcquisition(1);
        AcquiredJobs acquired = nodes.left.transaction.execute(status -> {
            nodes.left
                    .engine
                    .getManagementService()
                    .setJobDuedate(timer.getId(), new Date(System.currentTimeMillis() - 1_000));
            return nodes.left.configuration().getCommandExecutorTxRequired().execute(new AcquireJobsCmd(dead));
        });
        assertThat(Objects.requireNonNull(acquired).contains(timer.getId())).isTrue();
        return System.nanoTime();
    }
}

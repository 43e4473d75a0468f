package io.orderflow.messagecorrelation.camunda.multiinstance;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last two instances of a body end at the same moment on two nodes. */
class JoinRaceIT {

    private static final Logger LOG = LoggerFactory.getLogger(JoinRaceIT.class);
    private static final int BODIES = 2_000;

    private final CyclicBarrier bothReady = new CyclicBarrier(2);
    private final AtomicInteger lost = new AtomicInteger();

    @Test
    void eachOfTwoThousandBodiesIsLeftOnce() throws Exception {
        TestDatabase database = TestPostgres.newDatabase();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (JoinEngine left = JoinEngine.lean(database);
                JoinEngine right = JoinEngine.lean(database)) {
            String definition = left.deploy(Models.receiveTask());
            left.inOneCommand(() -> {
                for (int number = 0; number < BODIES; number++) {
                    left.start(definition, List.of("a", "b"));
                }
            });

            Future<?> one = threads.submit(() -> endAll(left, "Done:a"));
            Future<?> other = threads.submit(() -> endAll(right, "Done:b"));
            one.get(10, TimeUnit.MINUTES);
            other.get(10, TimeUnit.MINUTES);

            assertThat(left.engine.getTaskService().createTaskQuery().list())
                    .hasSize(BODIES)
                    .allMatch(task -> task.getTaskDefinitionKey().equals("After"))
                    .extracting(task -> task.getProcessInstanceId())
                    .doesNotHaveDuplicates();
            assertThat(left.count("select count(*) from act_ru_execution where id_ <> ?", ""))
                    .isEqualTo(BODIES);
            assertThat(lost).as("the nodes never met: this test proves nothing").hasPositiveValue();
            LOG.info("{} bodies whose two instances ended at the same moment, {} transactions repeated", BODIES, lost);
        } finally {
            threads.shutdownNow();
        }
    }

    private Void endAll(JoinEngine node, String message) throws Exception {
        List<String> executions = node.jdbc()
                .sql("select execution_id_ from act_ru_event_subscr where event_name_ = ? order by proc_inst_id_")
                .param(message)
                .query(String.class)
                .list();
        assertThat(executions).hasSize(BODIES);
        for (String execution : executions) {
            bothReady.await(1, TimeUnit.MINUTES);
            end(node, message, execution);
        }
        return null;
    }

    private void end(JoinEngine node, String message, String execution) {
        while (true) {
            try {
                node.engine.getRuntimeService().messageEventReceived(message, execution);
                return;
            } catch (OptimisticLockingException otherWasFirst) {
                lost.incrementAndGet();
            }
        }
    }
}

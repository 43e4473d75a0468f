package io.orderflow.orchestration.fulfillment.jeopardy;

import java.time.Instant;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;

/**
 * The timer that has brought the process here.
 *
 * @param since when it was set
 * @param dueAt when it was to fire, which is earlier than when it did
 */
record DueTimer(Instant since, Instant dueAt) {

    static DueTimer current() {
        @Nullable JobEntity job = Context.getCommandContext().getCurrentJob();
        if (job == null) {
            throw new IllegalStateException("only a timer may lead here");
        }
        return new DueTimer(job.getCreateTime().toInstant(), job.getDuedate().toInstant());
    }
}

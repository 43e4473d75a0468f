package io.orderflow.cli.show;

import io.orderflow.cli.tasklist.Decision;
import io.orderflow.cli.tasklist.FalloutTask;
import io.orderflow.cli.tasklist.Tasklist;

/** Decides about fallouts in Tasklist; those of offers that have no part are left to whoever caused them. */
public final class TasklistDuty implements Operator.Duty {

    private final Tasklist tasklist;
    private final Cast cast;

    public TasklistDuty(Tasklist tasklist, Cast cast) {
        this.tasklist = tasklist;
        this.cast = cast;
    }

    @Override
    public void look() throws InterruptedException {
        for (FalloutTask task : tasklist.open()) {
            if (cast.flaky().contains(task.offerId())) {
                tasklist.decide(task, Decision.RETRY, "new stock came at noon");
            } else if (cast.broken().contains(task.offerId())) {
                tasklist.decide(task, Decision.WAIVE, "the customer does without");
            }
        }
    }
}

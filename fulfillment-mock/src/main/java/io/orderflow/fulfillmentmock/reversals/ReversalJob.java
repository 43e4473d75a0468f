package io.orderflow.fulfillmentmock.reversals;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.fulfillmentmock.due.DueWork;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets the provider undo in time. Several nodes may do so side by side. */
@Component
class ReversalJob {

    private final DueWork answering;

    ReversalJob(ReversalAnswers answers, MeterRegistry meters) {
        Counter answered = Counter.builder("fulfillment.reversals")
                .description("Reversals that this node has answered")
                .register(meters);
        this.answering =
                new DueWork("answer reversals", answers::answerBatch, ReversalAnswers.BATCH, answered::increment);
    }

    @Scheduled(fixedDelayString = "${orderflow.fulfillment.poll-interval}")
    void answerDue() {
        answering.drain();
    }
}

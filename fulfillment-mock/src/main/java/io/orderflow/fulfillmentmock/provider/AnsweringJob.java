package io.orderflow.fulfillmentmock.provider;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.fulfillmentmock.due.DueWork;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets the provider answer in time. Several nodes may do so side by side. */
@Component
class AnsweringJob {

    private final DueWork answering;
    private final DueWork answeringReordered;

    AnsweringJob(FulfillmentAnswers answers, MeterRegistry meters) {
        Counter answered = Counter.builder("fulfillment.answers")
                .description("Requests that this node has answered")
                .register(meters);
        this.answering = new DueWork(
                "answer fulfilment requests", answers::answerBatch, FulfillmentAnswers.BATCH, answered::increment);
        this.answeringReordered = new DueWork(
                "answer fulfilment requests in another order", answers::answerReordered, 1, answered::increment);
    }

    /** The scheduler never runs this twice at the same time. */
    @Scheduled(fixedDelayString = "${orderflow.fulfillment.poll-interval}")
    void answerDue() {
        answering.drain();
        answeringReordered.drain();
    }
}

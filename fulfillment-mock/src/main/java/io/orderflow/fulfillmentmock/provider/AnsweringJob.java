package io.orderflow.fulfillmentmock.provider;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets the provider answer in time. Several nodes may do so side by side. */
@Component
class AnsweringJob {

    private static final Logger LOG = LoggerFactory.getLogger(AnsweringJob.class);

    private final FulfillmentAnswers answers;
    private final Counter answered;
    private boolean failing;

    AnsweringJob(FulfillmentAnswers answers, MeterRegistry meters) {
        this.answers = answers;
        this.answered = Counter.builder("fulfillment.answers")
                .description("Requests that this node has answered")
                .register(meters);
    }

    /** Drains what is due without a pause in between. The scheduler never runs this twice at the same time. */
    @Scheduled(fixedDelayString = "${orderflow.fulfillment.poll-interval}")
    void answerDue() {
        try {
            int batch;
            do {
                batch = answers.answerBatch();
                answered.increment(batch);
            } while (batch == FulfillmentAnswers.BATCH);
            failing = false;
        } catch (RuntimeException e) {
            // Nothing is lost: the batch was rolled back and is due again. Once per outage is enough for the log.
            if (!failing) {
                LOG.warn("Cannot answer fulfilment requests; trying again until it works", e);
            }
            failing = true;
        }
    }
}

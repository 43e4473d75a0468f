package io.orderflow.fulfillmentmock.provider;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets the provider answer in time. Several nodes may do so side by side. */
@Component
class AnsweringJob {

    private static final Logger LOG = LoggerFactory.getLogger(AnsweringJob.class);

    private final FulfillmentAnswers answers;
    private boolean failing;

    AnsweringJob(FulfillmentAnswers answers) {
        this.answers = answers;
    }

    /** Drains what is due without a pause in between. The scheduler never runs this twice at the same time. */
    @Scheduled(fixedDelayString = "${orderflow.fulfillment.poll-interval}")
    void answerDue() {
        try {
            while (answers.answerBatch() == FulfillmentAnswers.BATCH) {}
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

package io.orderflow.fulfillmentmock.approvals;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.fulfillmentmock.due.DueWork;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets cases be decided in time. Several nodes may do so side by side. */
@Component
class ApprovalJob {

    private final DueWork deciding;

    ApprovalJob(ApprovalDesk desk, MeterRegistry meters) {
        Counter decided = Counter.builder("approval.decisions")
                .description("Cases that this node has decided by their policy")
                .register(meters);
        this.deciding = new DueWork("decide approvals", desk::decideBatch, ApprovalDesk.BATCH, decided::increment);
    }

    @Scheduled(fixedDelayString = "${orderflow.fulfillment.poll-interval}")
    void decideDue() {
        deciding.drain();
    }
}

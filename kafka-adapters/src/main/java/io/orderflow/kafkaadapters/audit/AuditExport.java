package io.orderflow.kafkaadapters.audit;

import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import io.orderflow.kafkaadapters.outbox.RecordOutbox;
import java.util.Collections;
import java.util.List;

/**
 * A consumer group like any other, so that its ledger makes each event one audit record, and what it cannot read is its own
 * dead letter. The records of a batch leave with the batch's transaction.
 */
final class AuditExport implements InboxHandler {

    static final String GROUP = "audit-service.all-domain-events.consumer";
    static final String TOPIC = "audit.business-events.v1";

    private final List<String> sources;
    private final AuditRecords records;
    private final RecordOutbox outbox;

    AuditExport(List<String> sources, AuditRecords records, RecordOutbox outbox) {
        this.sources = List.copyOf(sources);
        this.records = records;
        this.outbox = outbox;
    }

    @Override
    public InboxSubscription subscription() {
        return InboxSubscription.toEverything(GROUP, sources);
    }

    @Override
    public List<HandlingOutcome> handle(List<InboxEvent> events) {
        for (InboxEvent event : events) {
            outbox.append(
                    TOPIC,
                    event.envelope().aggregateId(),
                    event.type(),
                    AuditRecords.headers(event),
                    records.value(event));
        }
        return Collections.nCopies(events.size(), HandlingOutcome.applied());
    }
}

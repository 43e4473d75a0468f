package io.orderflow.fulfillmentmock.approvals;

import io.orderflow.fulfillmentmock.latency.LatencyDistribution;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Hears on {@code oms.orchestration.events.v1} which orders need an approval, and opens one case for each. */
@Component
class ApprovalRequestAdapter implements InboxHandler {

    private static final InboxSubscription SUBSCRIPTION = new InboxSubscription(
            "approval-service.orchestration-events.consumer",
            "oms.orchestration.events.v1",
            Map.of("OrderApprovalRequested", ApprovalRequested.class));

    private final ApprovalCases cases;
    private final ApprovalPolicies policies;
    private final Clock clock;
    private final long seed;

    ApprovalRequestAdapter(
            ApprovalCases cases,
            ApprovalPolicies policies,
            Clock clock,
            @Value("${orderflow.fulfillment.latency-seed}") long seed) {
        this.cases = cases;
        this.policies = policies;
        this.clock = clock;
        this.seed = seed;
    }

    @Override
    public InboxSubscription subscription() {
        return SUBSCRIPTION;
    }

    @Override
    public List<HandlingOutcome> handle(List<InboxEvent> events) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return events.stream()
                .map(event -> cases.open(opened(event, now))
                        ? HandlingOutcome.applied()
                        : HandlingOutcome.ignored("there is a case for this order"))
                .toList();
    }

    private ApprovalCase opened(InboxEvent event, Instant now) {
        ApprovalRequested asked = event.payload(ApprovalRequested.class);
        String tenantId = event.envelope().tenantId();
        ApprovalPolicy policy = policies.of(tenantId);
        Decision plan = policy.decide(asked.orderId(), asked.totals(), seed).orElse(null);
        LatencyDistribution latency = new LatencyDistribution(
                seed, policy.latency().minMillis(), policy.latency().maxMillis());
        return new ApprovalCase(
                tenantId,
                asked.orderId(),
                "appr_" + event.envelope().eventId().toString().replace("-", ""),
                asked.requestedAt(),
                asked.currency(),
                asked.totals(),
                asked.policyReference(),
                now,
                plan == null ? null : now.plus(latency.latencyOf(asked.orderId())),
                plan,
                null,
                event.envelope().eventId(),
                event.envelope().correlationId(),
                event.envelope().traceId());
    }
}

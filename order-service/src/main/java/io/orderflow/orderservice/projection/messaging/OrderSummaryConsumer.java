package io.orderflow.orderservice.projection.messaging;

import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import io.orderflow.orderservice.projection.Fold;
import io.orderflow.orderservice.projection.OrderFact;
import io.orderflow.orderservice.projection.ProjectedOrder;
import io.orderflow.orderservice.projection.Summaries;
import io.orderflow.orderservice.projection.SummaryKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps the read model in use up to date: a batch is folded in memory and written at once. */
@Component
class OrderSummaryConsumer implements InboxHandler {

    private static final Logger LOG = LoggerFactory.getLogger(OrderSummaryConsumer.class);

    private final OrderFacts facts;
    private final Summaries summaries;

    OrderSummaryConsumer(OrderFacts facts, Summaries summaries) {
        this.facts = facts;
        this.summaries = summaries;
    }

    @Override
    public InboxSubscription subscription() {
        return facts.subscription();
    }

    @Override
    public List<HandlingOutcome> handle(List<InboxEvent> events) {
        List<OrderFact> batch = events.stream().map(facts::read).toList();
        Map<SummaryKey, ProjectedOrder> rows =
                new HashMap<>(summaries.load(batch.stream().map(OrderFact::key).collect(Collectors.toSet())));
        Set<SummaryKey> changed = new HashSet<>();
        List<HandlingOutcome> outcomes = new ArrayList<>(batch.size());
        for (OrderFact fact : batch) {
            Fold fold = Fold.of(rows.get(fact.key()), fact);
            if (fold instanceof Fold.Applied applied) {
                rows.put(fact.key(), applied.order());
                changed.add(fact.key());
                outcomes.add(HandlingOutcome.applied());
            } else if (fold instanceof Fold.Stale) {
                outcomes.add(HandlingOutcome.stale("the summary has version " + fact.version() + " already"));
            } else {
                outcomes.add(behind(fact));
            }
        }
        summaries.save(changed.stream().map(rows::get).toList(), positions(events));
        return outcomes;
    }

    /**
     * Events come in the order of their versions, so it is the row that lacks something: somebody changed the table, or
     * accepted a generation that differed. It stays as it is, and is found and mended by the next replay, which needs
     * this event to be none that was given up.
     */
    private static HandlingOutcome behind(OrderFact fact) {
        LOG.warn(
                "The summary of {} lacks what was before version {}; a replay of the projection mends it",
                fact.key().orderId(),
                fact.version());
        return HandlingOutcome.ignored("the summary lacks what was before version " + fact.version());
    }

    private static Map<Integer, Long> positions(List<InboxEvent> events) {
        Map<Integer, Long> positions = new HashMap<>();
        events.forEach(event -> positions.merge(event.partition(), event.offset() + 1, Math::max));
        return positions;
    }
}

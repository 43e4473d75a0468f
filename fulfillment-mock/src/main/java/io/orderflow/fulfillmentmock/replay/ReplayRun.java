package io.orderflow.fulfillmentmock.replay;

import io.orderflow.fulfillmentmock.provider.FulfillmentRequested;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import io.orderflow.kafkaadapters.replay.OffsetRange;
import io.orderflow.kafkaadapters.replay.Portion;
import io.orderflow.kafkaadapters.replay.ReplayReader;
import io.orderflow.kafkaadapters.replay.TopicReplay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what was asked and what was answered from the first event on into the staging tables, and compares. It knows
 * neither the live adapter nor the provider's log as something to write to, so nothing is asked or answered by it.
 * Reversals are read for the versions that they have used up, and not compared: undoing a line twice does as much harm as
 * leaving it, so a reversal that is missing is for people to decide about.
 */
@Component
class ReplayRun {

    static final String REPLAY_GROUP = "fulfillment-mock.fulfillment-replay";
    static final String ANSWERS = "oms.fulfillment.integration.v1";

    private static final String REQUESTS = "oms.order.events.v1";
    private static final String LIVE_GROUP = "fulfillment-adapter.order-events.consumer";
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final InboxSubscription ASKED = new InboxSubscription(
            LIVE_GROUP, REQUESTS, Map.of("OrderLineFulfillmentRequested", FulfillmentRequested.class));
    private static final InboxSubscription ANSWERED = new InboxSubscription(
            REPLAY_GROUP,
            ANSWERS,
            Map.of(
                    "FulfillmentCompleted", Answered.class,
                    "FulfillmentFailed", Answered.class,
                    "FulfillmentReversed", Answered.class));

    private final TopicReplay topics;
    private final Staging staging;
    private final ReplayStore store;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReplayRun(TopicReplay topics, Staging staging, ReplayStore store, JdbcClient jdbc, Clock clock) {
        this.topics = topics;
        this.staging = staging;
        this.store = store;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Begins and ends in one go; whatever fails leaves staged rows behind that the next run removes. */
    void run(UUID id, Instant startedAt) {
        try {
            Horizon requests = read(ASKED, portion -> {
                stageRequests(id, portion.events());
                store.progress(id, portion.records(), 0, clock.instant());
            });
            // Asked before the topic's end is taken: what leaves the outbox in between is then read.
            List<String> underWay = staging.ordersWithAnswersUnderWay(ANSWERS);
            Horizon answers = read(ANSWERED, portion -> {
                stageAnswers(id, portion.events());
                store.progress(id, 0, portion.records(), clock.instant());
            });
            Instant requestsSince = requests.since(startedAt);
            Instant answersSince = answers.since(startedAt);
            compare(id, startedAt, requestsSince, answersSince, underWay);
            store.end(id, Replay.State.FINISHED, null, requestsSince, answersSince, clock.instant());
        } catch (RuntimeException e) {
            store.end(id, Replay.State.FAILED, e.toString(), null, null, clock.instant());
            throw e;
        }
    }

    private Horizon read(InboxSubscription subscription, Consumer<Portion> stage) {
        Map<Integer, OffsetRange> ranges = topics.ranges(subscription.topics().get(0));
        Horizon horizon = new Horizon(ranges);
        Map<Integer, Long> ends = new HashMap<>();
        Map<Integer, Long> next = new HashMap<>();
        ranges.forEach((partition, range) -> {
            ends.put(partition, range.end());
            next.put(partition, range.first());
        });
        try (ReplayReader reader = topics.open(subscription, REPLAY_GROUP, next)) {
            while (ends.entrySet().stream().anyMatch(end -> next.getOrDefault(end.getKey(), 0L) < end.getValue())) {
                Portion portion = reader.read(ends, PATIENCE);
                portion.events().forEach(horizon::saw);
                stage.accept(portion);
                next.putAll(portion.next());
            }
        }
        return horizon;
    }

    private void stageRequests(UUID id, List<InboxEvent> events) {
        if (!events.isEmpty()) {
            staging.addRequests(id, events.stream().map(ReplayRun::expected).toList());
        }
    }

    private void stageAnswers(UUID id, List<InboxEvent> events) {
        if (!events.isEmpty()) {
            staging.addAnswers(id, events);
        }
    }

    private static ExpectedRequest expected(InboxEvent event) {
        return new ExpectedRequest(
                event.envelope().tenantId(),
                event.payload(FulfillmentRequested.class).wanted(event.envelope()),
                event.partition(),
                event.offset());
    }

    private void compare(
            UUID id,
            Instant startedAt,
            @Nullable Instant requestsSince,
            @Nullable Instant answersSince,
            List<String> underWay) {
        jdbc.sql(DifferenceSql.FIND)
                .param("runId", id)
                .param("liveGroup", LIVE_GROUP)
                .param("requestTopic", REQUESTS)
                .param("startedAt", utc(startedAt))
                .param("requestsSince", utc(requestsSince == null ? Instant.EPOCH : requestsSince))
                .param("answersSince", utc(answersSince == null ? Instant.EPOCH : answersSince))
                .param("answersWhole", answersSince == null)
                .param("underWay", underWay.toArray(String[]::new))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

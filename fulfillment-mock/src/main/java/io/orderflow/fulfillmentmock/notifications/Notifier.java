package io.orderflow.fulfillmentmock.notifications;

import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Notes what people would be told about events. Orders and their processes have the same ids and count their versions
 * apart, so each of the two topics has a group of its own: within one group the versions would be taken for one count.
 */
@Component
class Notifier {

    private final Notifications notifications;
    private final Clock clock;

    Notifier(Notifications notifications, Clock clock) {
        this.notifications = notifications;
        this.clock = clock;
    }

    static InboxSubscription subscription(String group, String topic, String... eventTypes) {
        return new InboxSubscription(
                group,
                topic,
                Stream.of(eventTypes).collect(Collectors.toMap(Function.identity(), type -> Notable.class)));
    }

    /** Notes each event in the current transaction. */
    List<HandlingOutcome> note(List<InboxEvent> events) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        notifications.add(events.stream().map(event -> notification(event, now)).toList());
        return events.stream().map(event -> HandlingOutcome.applied()).toList();
    }

    private static Notification notification(InboxEvent event, Instant now) {
        Notable notable = event.payload(Notable.class);
        return new Notification(
                event.envelope().eventId(),
                event.envelope().tenantId(),
                notable.orderId(),
                event.type(),
                notable.message(event.type()),
                event.envelope().occurredAt(),
                now);
    }
}

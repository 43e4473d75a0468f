package io.orderflow.kafkaadapters.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderflow.kafkaadapters.LibraryNode;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboxPartitionsIT {

    private static final String CONSUMER = "test.consumer";

    private final LibraryNode node = LibraryNode.start(TestPostgres.newDatabase());
    private final InboxPartitions partitions = node.bean(InboxPartitions.class);
    private final Inbox inbox = node.bean(Inbox.class);

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void putsTimeOrderedIdsIntoTheirWeekAndOthersAside() {
        UUID now = UuidCreator.getTimeOrderedEpoch();
        UUID random = UUID.randomUUID();
        assertThat(inbox.recordNew(CONSUMER, List.of(row(now), row(random)))).containsExactlyInAnyOrder(now, random);
        assertThat(inbox.recordNew(CONSUMER, List.of(row(now), row(random)))).isEmpty();
        assertThat(partitionOf(now)).matches("inbox_event_\\d{8}");
        assertThat(partitionOf(random)).isEqualTo("inbox_event_other");
    }

    @Test
    void takesAlongWhatACameTooEarlyForItsPartition() {
        Instant nextYear = Instant.now().plus(Duration.ofDays(365));
        UUID early = UuidCreator.getTimeOrderedEpoch(nextYear);
        inbox.recordNew(CONSUMER, List.of(row(early)));
        assertThat(partitionOf(early)).isEqualTo("inbox_event_other");
        partitions.createAhead(nextYear);
        assertThat(partitionOf(early)).matches("inbox_event_\\d{8}");
        assertThat(inbox.recordNew(CONSUMER, List.of(row(early))))
                .as("still known")
                .isEmpty();
    }

    @Test
    void dropsWholeWeeksThatAreOldEnoughAndNoOther() {
        Instant past = Instant.now().minus(Duration.ofDays(100));
        partitions.createAhead(past);
        UUID old = UuidCreator.getTimeOrderedEpoch(past);
        UUID now = UuidCreator.getTimeOrderedEpoch();
        inbox.recordNew(CONSUMER, List.of(row(old), row(now)));
        partitions.dropBefore(Instant.now().minus(Duration.ofDays(10)));
        assertThat(node.jdbc()
                        .sql("select event_id from inbox_event")
                        .query(UUID.class)
                        .list())
                .containsExactly(now);
        assertThat(node.count("select count(*) from pg_inherits where inhparent = 'inbox_event'::regclass"))
                .as("this week, four ahead, the rest, and two weeks that are not old enough")
                .isBetween(6L, 9L);
    }

    @Test
    void isSafeOnTwoNodesAtOnce() {
        Instant later = Instant.now().plus(Duration.ofDays(700));
        List<Thread> nodes = List.of(
                new Thread(() -> partitions.createAhead(later)), new Thread(() -> partitions.createAhead(later)));
        nodes.forEach(Thread::start);
        nodes.forEach(thread -> {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        UUID id = UuidCreator.getTimeOrderedEpoch(later);
        inbox.recordNew(CONSUMER, List.of(row(id)));
        assertThat(partitionOf(id)).matches("inbox_event_\\d{8}");
    }

    private String partitionOf(UUID id) {
        return node.jdbc()
                .sql("select tableoid::regclass::text from inbox_event where event_id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private static LedgerRow row(UUID id) {
        return new LedgerRow(
                id, "topic.v1", 0, 0, null, null, null, null, null, LedgerRow.Outcome.APPLIED, null, null, 1);
    }
}

package io.orderflow.orderservice.projection.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.orderflow.orderservice.Http;
import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.orderservice.projection.OrderStory;
import io.orderflow.orderservice.projection.Projection;
import io.orderflow.orderservice.projection.replay.Comparison.Where;
import io.orderflow.orderservice.projection.replay.Generation.State;
import io.orderflow.testing.support.kafka.TestKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Replays of everything that the tests of this JVM have published, while the service goes on. */
class ReplayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final OrderServiceNode node = OrderServiceNode.shared();
    private final Projection projection = new Projection(node);
    private final Replays replays = node.bean(Replays.class);
    private final Generations generations = node.bean(Generations.class);

    /** Whatever a test before has left behind: from here on both tables are to be equal. */
    @BeforeEach
    void begin() {
        OrderStory first = OrderStory.completed(2).send();
        projection.await(first, 10);
    }

    @Test
    void aReplayBesideLiveTrafficEndsEqualAndNoReaderNoticesTheSwitch() {
        List<OrderStory> before =
                Stream.generate(() -> OrderStory.completed(3)).limit(1_000).toList();
        OrderStory.sendAll(before);
        projection.awaitAll(before);
        int old = current();
        AtomicBoolean goesOn = new AtomicBoolean(true);
        List<OrderStory> meanwhile = new ArrayList<>();
        CompletableFuture<Void> traffic = CompletableFuture.runAsync(() -> {
            while (goesOn.get()) {
                meanwhile.add(OrderStory.completed(2).send());
            }
        });
        CompletableFuture<Integer> readers = CompletableFuture.supplyAsync(() -> {
            int reads = 0;
            while (goesOn.get()) {
                Http.Response page = node.http().get("/order-summaries?size=500");
                assertThat(page.status()).isEqualTo(200);
                assertThat(page.body().path("items")).hasSize(500);
                reads++;
            }
            return reads;
        });

        Generation switched = replay(null);
        goesOn.set(false);
        traffic.join();

        assertThat(switched.state()).isEqualTo(State.CURRENT);
        assertThat(comparison(switched).isEqual()).isTrue();
        assertThat(comparison(switched).rebuilt().rows()).isGreaterThan(1_000);
        assertThat(readers.join()).isPositive();
        assertThat(meanwhile).isNotEmpty();
        assertThat(generation(old).state()).isEqualTo(State.OLD);
        // The consumer group goes on in the new table, and what it makes of it is again what a replay makes.
        projection.awaitAll(meanwhile);
        Generation again = replay(null);
        assertThat(comparison(again).inUse()).isEqualTo(comparison(again).rebuilt());
        assertThat(generations.content(again.number()))
                .isEqualTo(comparison(again).rebuilt());

        assertThat(generations.drop(again.number())).isFalse();
        assertThat(generations.drop(old)).isTrue();
        assertThat(generations.drop(old)).isFalse();
        assertThat(generation(old).state()).isEqualTo(State.DROPPED);
    }

    @Test
    void whatIsOutOfOrderBrokenOrMissingEndsAsItDidLive() {
        OrderStory messy = OrderStory.completed(1);
        TestKafka.sendAll(List.of(
                messy.record(2),
                messy.record(1),
                messy.retold(1),
                messy.record(5),
                messy.broken(3),
                messy.record(4),
                messy.record(3)));
        OrderStory gap = OrderStory.completed(1);
        TestKafka.sendAll(List.of(gap.record(1), gap.record(2), gap.broken(3), gap.record(4), gap.record(5)));
        // Something that is applied behind them in every partition, so that the replay has to read them.
        List<OrderStory> behind =
                Stream.generate(() -> OrderStory.captured(1)).limit(200).toList();
        OrderStory.sendAll(behind);
        projection.awaitAll(behind);
        projection.await(messy, 5);
        projection.await(gap, 2);

        Generation switched = replay(null);

        assertThat(comparison(switched).isEqual()).isTrue();
        Generation.Run run = run(switched);
        assertThat(run.skipped()).isGreaterThanOrEqualTo(2);
        assertThat(run.early()).isGreaterThanOrEqualTo(2);
        assertThat(projection.find(messy).orElseThrow().path("version").asLong())
                .isEqualTo(5);
        assertThat(projection.find(gap).orElseThrow().path("version").asLong()).isEqualTo(2);
        // What waited before the switch goes on after it.
        TestKafka.sendAll(List.of(gap.record(3)));
        projection.await(gap, 5);
        assertThat(comparison(replay(null)).isEqual()).isTrue();
    }

    @Test
    void aTableThatWasTamperedWithIsNotReplacedInSilence() {
        OrderStory changed = OrderStory.completed(2).send();
        OrderStory lost = OrderStory.captured(2).validated().send();
        projection.await(changed, 10);
        projection.await(lost, 2);
        int old = current();
        node.jdbc()
                .sql("update order_summary_projection set status = 'ACTIVE', completed_lines = 1 where order_id = ?")
                .param(changed.id())
                .update();
        node.jdbc()
                .sql("delete from order_summary_projection where order_id = ?")
                .param(lost.id())
                .update();
        // The next event of a row that is gone finds nothing to change, and says so in the ledger.
        TestKafka.sendAll(List.of(lost.activated().record(3)));
        await().atMost(PATIENCE).until(() -> outcomes(lost), outcomes -> outcomes.contains("IGNORED"));
        assertThat(projection.find(lost)).isEmpty();

        Generation different = replay(null);

        assertThat(different.state()).isEqualTo(State.DIFFERENT);
        assertThat(current()).isEqualTo(old);
        Comparison comparison = comparison(different);
        assertThat(comparison.isEqual()).isFalse();
        assertThat(comparison.differing()).isEqualTo(2);
        assertThat(comparison.differences())
                .anySatisfy(difference -> {
                    assertThat(difference.orderId()).isEqualTo(changed.id());
                    assertThat(difference.where()).isEqualTo(Where.BOTH);
                    assertThat(difference.columns())
                            .containsOnlyKeys("status", "completed_lines")
                            .containsEntry("status", new Comparison.Values("ACTIVE", "COMPLETED"));
                })
                .anySatisfy(difference -> {
                    assertThat(difference.orderId()).isEqualTo(lost.id());
                    assertThat(difference.where()).isEqualTo(Where.ONLY_REBUILT);
                });

        Generation accepted = replay("two rows were changed by hand");

        assertThat(accepted.number()).isEqualTo(different.number());
        assertThat(accepted.state()).isEqualTo(State.CURRENT);
        assertThat(accepted.acceptedBecause()).isEqualTo("two rows were changed by hand");
        assertThat(projection.find(lost).orElseThrow().path("version").asLong()).isEqualTo(3);
        assertThat(projection.find(changed).orElseThrow().path("status").asText())
                .isEqualTo("COMPLETED");
    }

    @Test
    void anInterruptedReplayGoesOnWhereItStopped() {
        List<OrderStory> stories =
                Stream.generate(() -> OrderStory.completed(3)).limit(3_000).toList();
        OrderStory.sendAll(stories);
        projection.awaitAll(stories);
        OrderServiceNode other = OrderServiceNode.beside();
        Replays its = other.bean(Replays.class);
        AtomicInteger started = new AtomicInteger();
        CompletableFuture<Void> stop = new TransactionTemplate(node.bean(PlatformTransactionManager.class))
                .execute(status -> {
                    // Nobody gets past the first time that something is stored, until the other node has been told to
                    // stop.
                    node.jdbc()
                            .sql("lock table order_summary_position in share row exclusive mode")
                            .update();
                    started.set(its.start(new Replays.Request("olga", true, null))
                            .generation()
                            .number());
                    awaitStoring();
                    CompletableFuture<Void> stopping = CompletableFuture.runAsync(other::stop);
                    await().atMost(PATIENCE).until(() -> !its.isRunning());
                    return stopping;
                });
        Objects.requireNonNull(stop).join();
        int number = started.get();
        ReplayProgress stopped = replays.progress(number).orElseThrow();
        assertThat(stopped.generation().state()).isEqualTo(State.BUILDING);
        assertThat(stopped.isRunning()).isFalse();
        assertThat(stopped.applied()).isBetween(1L, stopped.total() - 1);

        Generation switched = replay(null);

        assertThat(switched.number()).isEqualTo(number);
        assertThat(switched.state()).isEqualTo(State.CURRENT);
        assertThat(comparison(switched).isEqual()).isTrue();
        assertThat(run(switched).events()).isLessThan(stopped.total());
    }

    @Test
    void ofTwoNodesOneReplays() {
        OrderServiceNode other = OrderServiceNode.beside();
        try {
            List<@Nullable ReplayInProgressException> refusals = IntStream.range(0, 2)
                    .mapToObj(i ->
                            CompletableFuture.supplyAsync(() -> refusal(i == 0 ? replays : other.bean(Replays.class))))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(refusals.stream().filter(refusal -> refusal != null)).hasSize(1);
            int number = unfinishedOrCurrent();
            awaitEnd(number);
            assertThat(generation(number).state()).isEqualTo(State.CURRENT);
        } finally {
            other.stop();
        }
    }

    @Test
    void aTopicThatEndsBeforeTheTableIsRefused() {
        int current = current();
        node.jdbc()
                .sql("update order_summary_position set next_offset = next_offset + 1000000 where generation = ?")
                .param(current)
                .update();
        try {
            Generation failed = replay(null);
            assertThat(failed.state()).isEqualTo(State.BUILDING);
            assertThat(failed.failure()).contains("not the one that the table was built from");
        } finally {
            node.jdbc()
                    .sql("update order_summary_position set next_offset = next_offset - 1000000 where generation = ?")
                    .param(current)
                    .update();
        }
        assertThat(replay(null).state()).isEqualTo(State.CURRENT);
    }

    @Test
    void aTableInUseCannotBeDroppedEvenByMistake() {
        assertThatThrownBy(() -> node.jdbc()
                        .sql("drop table " + generation(current()).table())
                        .update())
                .hasMessageContaining("depend");
        assertThat(generations.drop(current())).isFalse();
    }

    /** The statement is at the door, with thousands of records behind it. */
    private void awaitStoring() {
        await().atMost(PATIENCE)
                .until(
                        () -> node.jdbc()
                                .sql(
                                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%order_summary_position%generation, kafka_partition%'")
                                .query(Integer.class)
                                .single(),
                        waiting -> waiting > 0);
    }

    private static @Nullable ReplayInProgressException refusal(Replays which) {
        try {
            which.start(new Replays.Request("olga", true, null));
            return null;
        } catch (ReplayInProgressException e) {
            return e;
        }
    }

    private Generation replay(@Nullable String acceptBecause) {
        int number = replays.start(new Replays.Request("olga", false, acceptBecause))
                .generation()
                .number();
        awaitEnd(number);
        return generation(number);
    }

    private void awaitEnd(int number) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !replays.progress(number).orElseThrow().isRunning() && !generations.isRunning());
    }

    private int current() {
        return ReplayRun.current(generations).number();
    }

    private int unfinishedOrCurrent() {
        List<Generation> all = generations.all();
        return all.get(all.size() - 1).number();
    }

    private Generation generation(int number) {
        return generations.all().stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private static Comparison comparison(Generation generation) {
        assertThat(generation.comparison()).as(generation.toString()).isNotNull();
        return Objects.requireNonNull(generation.comparison());
    }

    private static Generation.Run run(Generation generation) {
        return Objects.requireNonNull(generation.run());
    }

    private List<String> outcomes(OrderStory story) {
        return node.jdbc()
                .sql(
                        "select outcome from inbox_event where consumer = 'projection-service.order-read-model.consumer' and aggregate_id = ?")
                .param(story.id())
                .query(String.class)
                .list();
    }
}

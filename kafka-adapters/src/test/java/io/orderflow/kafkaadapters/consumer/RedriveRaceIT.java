package io.orderflow.kafkaadapters.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.kafkaadapters.Account;
import io.orderflow.kafkaadapters.LibraryNode;
import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.kafkaadapters.deadletter.DeadLetterFilter;
import io.orderflow.kafkaadapters.deadletter.DeadLetters;
import io.orderflow.kafkaadapters.deadletter.RedriveResult;
import io.orderflow.kafkaadapters.deadletter.RedriveResult.Verdict;
import io.orderflow.kafkaadapters.deadletter.RedriveTerms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two operators on two nodes redrive the same thousands of letters at once, while the topic keeps flowing. */
class RedriveRaceIT {

    private static final int LETTERS = 2_000;
    private static final int FLOWING = 1_000;
    private static final RedriveTerms TERMS =
            new RedriveTerms(RedriveTerms.MOST_AT_ONCE, 100_000, false, new Account("operator", "both at once"));

    @Test
    void eachLetterIsAppliedOnceAndNoneIsLost() {
        try (InboxScene scene = InboxScene.open()) {
            List<String> orders = IntStream.range(0, LETTERS)
                    .mapToObj(order -> TestEvents.newOrderId())
                    .toList();
            orders.forEach(order -> scene.handler().decide(order + "-1", RecordingHandler.FAIL));
            orders.forEach(order -> InboxScene.send(InboxScene.event(order, 1)));
            scene.awaitOutcome("DEAD_LETTER", LETTERS, Duration.ofMinutes(2));
            orders.forEach(order -> scene.handler().heal(order + "-1"));
            scene.node().jdbc().sql("delete from effect").update();

            List<RedriveResult> results;
            try (LibraryNode other = scene.secondNode()) {
                CompletableFuture<Void> flow = CompletableFuture.runAsync(() -> IntStream.range(0, FLOWING)
                        .forEach(each -> InboxScene.send(InboxScene.event(TestEvents.newOrderId(), 1))));
                CompletableFuture<List<RedriveResult>> here =
                        CompletableFuture.supplyAsync(() -> redriveAll(scene.node(), scene.group()));
                CompletableFuture<List<RedriveResult>> there =
                        CompletableFuture.supplyAsync(() -> redriveAll(other, scene.group()));
                results = new ArrayList<>(here.join());
                results.addAll(there.join());
                flow.join();
                scene.awaitOutcome("APPLIED", LETTERS + FLOWING, Duration.ofMinutes(1));
            }
            Map<Verdict, Long> verdicts =
                    results.stream().collect(Collectors.groupingBy(RedriveResult::verdict, Collectors.counting()));
            System.out.printf("%d letters, %d events meanwhile, two operators: %s%n", LETTERS, FLOWING, verdicts);
            assertThat(verdicts).containsEntry(Verdict.APPLIED, (long) LETTERS);
            assertThat(verdicts.keySet()).isSubsetOf(Verdict.APPLIED, Verdict.GONE);
            assertThat(scene.node().count("select count(*) from effect")).isEqualTo(LETTERS + FLOWING);
            assertThat(scene.node().count("select count(distinct line) from effect"))
                    .isEqualTo(LETTERS + FLOWING);
            assertThat(scene.node().count("select count(*) from dead_letter_audit where result = 'APPLIED'"))
                    .isEqualTo(LETTERS);
        }
    }

    private static List<RedriveResult> redriveAll(LibraryNode node, String group) {
        DeadLetters letters = node.bean(DeadLetters.class);
        DeadLetterFilter open = DeadLetterFilter.openOf(group);
        List<RedriveResult> results = new ArrayList<>();
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            results.addAll(letters.redrive(open, TERMS));
            return letters.count(open) == 0;
        });
        return results;
    }
}

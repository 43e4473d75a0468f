package io.orderflow.orderservice.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class DraftRulesTest {

    @Test
    void aDraftWithoutDefectsHasNone() {
        assertThat(DraftRules.check(
                        Drafts.of("q", Drafts.line("a"), Drafts.line("b", "a"), Drafts.line("c", "a", "b"))))
                .isEmpty();
    }

    @Test
    void everythingThatIsWrongIsFoundAtOnce() {
        OrderDraft draft = new OrderDraft(
                "q",
                "c",
                "ZZZ",
                new Totals(BigDecimal.ZERO, BigDecimal.ZERO),
                "sha256:",
                List.of(
                        new DraftLine("a", "o", LineAction.ADD, 0, new BigDecimal("-1"), null, List.of("a", "x", "x")),
                        new DraftLine("a", "o", LineAction.ADD, 1, new BigDecimal("0.0000001"), null, List.of()),
                        new DraftLine("b", "o", LineAction.ADD, 1, new BigDecimal("1000000000"), null, List.of())));

        assertThat(DraftRules.check(draft))
                .extracting(defect -> defect.code() + " " + defect.field())
                .containsExactlyInAnyOrder(
                        "unknown_currency /currency",
                        "out_of_range /lines/0/quantity",
                        "out_of_range /lines/0/unitPrice",
                        "out_of_range /lines/1/unitPrice",
                        "out_of_range /lines/2/unitPrice",
                        "duplicate_line /lines/1/quoteLineId",
                        "self_dependency /lines/0/dependsOn/0",
                        "unknown_dependency /lines/0/dependsOn/1",
                        "duplicate_dependency /lines/0/dependsOn/2");
    }

    @Test
    void linesAreCounted() {
        assertThat(DraftRules.check(Drafts.of("q"))).extracting(Defect::code).containsExactly("too_few");
        assertThat(DraftRules.check(Drafts.independent("q", DraftRules.MAX_LINES)))
                .isEmpty();
        assertThat(DraftRules.check(Drafts.independent("q", DraftRules.MAX_LINES + 1)))
                .extracting(Defect::code)
                .containsExactly("too_many");
    }

    @Test
    void aCycleIsNamedWhereItCloses() {
        List<Defect> defects = DraftRules.check(Drafts.of(
                "q",
                Drafts.line("free"),
                Drafts.line("a", "b", "free"),
                Drafts.line("b", "c"),
                Drafts.line("c", "a"),
                Drafts.line("behind", "c")));

        assertThat(defects).extracting(Defect::code).containsExactly("dependency_cycle");
        assertThat(defects.get(0).field()).isEqualTo("/lines/3/dependsOn/0");
        assertThat(defects.get(0).message()).contains("a → b → c → a");
    }

    @Test
    void everyCycleIsFound() {
        List<Defect> defects = DraftRules.check(Drafts.of(
                "q", Drafts.line("a", "b"), Drafts.line("b", "a"), Drafts.line("c", "d"), Drafts.line("d", "c", "a")));

        assertThat(defects)
                .extracting(defect -> defect.code() + " " + defect.field())
                .containsExactlyInAnyOrder(
                        "dependency_cycle /lines/1/dependsOn/0", "dependency_cycle /lines/3/dependsOn/0");
    }

    @Test
    void messagesStayWithinWhatEventsCarryHoweverLongTheNames() {
        String half = "\uD83D\uDE00".repeat(100);
        List<DraftLine> ring = IntStream.range(0, 50)
                .mapToObj(i -> Drafts.line(half + i, half + ((i + 1) % 50)))
                .toList();

        assertThat(DraftRules.check(Drafts.of("q", ring)))
                .singleElement()
                .satisfies(defect -> assertThat(defect.message()).hasSizeLessThan(1_000))
                .satisfies(
                        defect -> assertThat(Texts.isStorable(defect.message())).isTrue());
    }

    @Test
    void theLargestOrdersAreCheckedInNoTime() {
        List<DraftLine> chain = new ArrayList<>();
        for (int i = 0; i < DraftRules.MAX_LINES; i++) {
            chain.add(Drafts.line("l" + i, "l" + ((i + 1) % DraftRules.MAX_LINES)));
        }
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> assertThat(DraftRules.check(Drafts.of("q", chain)))
                .hasSize(1));
        assertThatCode(() -> DraftRules.check(Drafts.of("q", chain.subList(0, 9_999))))
                .doesNotThrowAnyException();
    }
}

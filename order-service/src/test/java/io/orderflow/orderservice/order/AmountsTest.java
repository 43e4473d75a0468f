package io.orderflow.orderservice.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({"12, 12.00", "12.5, 12.50", "12.500, 12.50", "0.123456, 0.123456", "0, 0.00", "1E+3, 1000.00"})
    void amountsAreWrittenWithTwoToSixPlaces(BigDecimal amount, String written) {
        assertThat(Money.normalized(amount).toPlainString()).isEqualTo(written);
    }

    @Test
    void totalsAddQuantityTimesPrice() {
        DraftLine line = new DraftLine("a", "o", LineAction.ADD, 3, new BigDecimal("0.333333"), null, List.of());

        assertThat(Totals.ofOneTime(List.of(line, Drafts.line("b"))))
                .isEqualTo(new Totals(new BigDecimal("25.999999"), new BigDecimal("0.00")));
    }

    @Test
    void theLargestPossibleTotalFitsIntoThirtyTwoCharacters() {
        BigDecimal total = DraftRules.MAX_UNIT_PRICE
                .multiply(BigDecimal.valueOf(Integer.MAX_VALUE))
                .multiply(BigDecimal.valueOf(DraftRules.MAX_LINES));

        assertThat(Money.normalized(total).toPlainString()).hasSizeLessThanOrEqualTo(32);
    }

    @Test
    void fingerprintsAreEqualForEqualContentOnly() {
        String hash = Drafts.of("q", Drafts.line("a"), Drafts.line("b", "a")).commercialSnapshotHash();

        assertThat(hash).matches("sha256:[0-9a-f]{64}");
        assertThat(Drafts.of("q", Drafts.line("a"), Drafts.line("b", "a")).commercialSnapshotHash())
                .isEqualTo(hash);
        assertThat(Drafts.of("q", Drafts.line("a"), Drafts.line("b")).commercialSnapshotHash())
                .isNotEqualTo(hash);
        assertThat(hashOf("12.5", null)).isEqualTo(hashOf("12.500", null)).isNotEqualTo(hashOf("12.51", null));
        assertThat(hashOf("1", "")).isNotEqualTo(hashOf("1", null));
    }

    private static String hashOf(String price, String description) {
        return CommercialSnapshot.hash(
                "q",
                "c",
                "GBP",
                List.of(new DraftLine("a", "o", LineAction.ADD, 1, new BigDecimal(price), description, List.of())));
    }
}

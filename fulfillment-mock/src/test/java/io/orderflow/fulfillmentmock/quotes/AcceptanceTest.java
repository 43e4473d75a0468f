package io.orderflow.fulfillmentmock.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AcceptanceTest {

    private static final Acceptance LANTERNS = acceptance("user_42", line("1", 6, "2.55", "LANTERN", "2", "3"));

    @Test
    void totalsAddUpExactly() {
        Acceptance acceptance = acceptance(
                "user_42", line("1", 6, "2.55", null), line("2", 3, "0.001", null), line("3", 1, "100.00", null));
        assertThat(acceptance.totals().oneTimeTotal().toPlainString()).isEqualTo("115.303");
        assertThat(acceptance.totals().recurringTotal().toPlainString()).isEqualTo("0.00");
    }

    @Test
    void roundSumsKeepTheirDecimals() {
        assertThat(acceptance("user_42", line("1", 10, "10.00", null))
                        .totals()
                        .oneTimeTotal()
                        .toPlainString())
                .isEqualTo("100.00");
    }

    @Test
    void theSnapshotStandsForWhatWasSold() {
        String snapshot = snapshot(LANTERNS);
        assertThat(snapshot).matches("sha256:[0-9a-f]{64}");
        assertThat(snapshot(acceptance("user_43", line("1", 6, "2.550", "Lantern, white", "3", "2"))))
                .as("words, needless zeros and the order of dependencies do not count")
                .isEqualTo(snapshot);
        assertThat(List.of(
                        acceptance("user_42", line("1", 7, "2.55", "LANTERN", "2", "3")),
                        acceptance("user_42", line("1", 6, "2.56", "LANTERN", "2", "3")),
                        acceptance("user_42", line("9", 6, "2.55", "LANTERN", "2", "3")),
                        acceptance("user_42", line("1", 6, "2.55", "LANTERN", "2"))))
                .allSatisfy(other -> assertThat(snapshot(other)).isNotEqualTo(snapshot));
        assertThat(Fingerprints.commercialSnapshot("q_2", LANTERNS)).isNotEqualTo(snapshot);
    }

    @Test
    void aRepetitionSaysTheSameInEveryRespect() {
        String request = Fingerprints.request("q_1", LANTERNS);
        assertThat(Fingerprints.request("q_1", acceptance("user_42", line("1", 6, "2.55", "LANTERN", "2", "3"))))
                .isEqualTo(request);
        assertThat(Fingerprints.request("q_1", acceptance("user_43", line("1", 6, "2.55", "LANTERN", "2", "3"))))
                .isNotEqualTo(request);
        assertThat(Fingerprints.request("q_1", acceptance("user_42", line("1", 6, "2.55", null, "2", "3"))))
                .isNotEqualTo(request);
    }

    private static String snapshot(Acceptance acceptance) {
        return Fingerprints.commercialSnapshot("q_1", acceptance);
    }

    private static Acceptance acceptance(String acceptedBy, QuoteLine... lines) {
        return new Acceptance("cust_1", acceptedBy, "GBP", List.of(lines));
    }

    private static QuoteLine line(
            String id, int quantity, String price, @Nullable String description, String... dependsOn) {
        return new QuoteLine(
                id, "71053", LineAction.ADD, quantity, new BigDecimal(price), description, List.of(dependsOn));
    }
}

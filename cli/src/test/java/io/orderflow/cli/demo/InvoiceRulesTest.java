package io.orderflow.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceRulesTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "22139,  1,   2.55, -",
                "22139, -10,  2.55, the quantity is below 1 outside of a cancellation",
                "22139,  0,   2.55, the quantity is below 1 outside of a cancellation",
                "22139,  1.5, 2.55, the quantity is not a whole number",
                "22139,  9999999999, 2.55, the quantity is not a whole number",
                "22139,  1,   0,    the unit price is not above zero",
                "22139,  1,  -1.20, the unit price is not above zero",
                "22139,  1,   free, the unit price is not an amount",
                "'',     1,   2.55, no stock code",
                "22139, -10,  0,    the quantity is below 1 outside of a cancellation; the unit price is not above zero"
            })
    void judgesARow(String stockCode, String quantity, String unitPrice, String refusal) {
        Invoice invoice = new Invoice("536365", List.of(Csv.row(stockCode, quantity, unitPrice)));

        assertThat(InvoiceRules.judge(invoice)).singleElement().satisfies(verdict -> {
            assertThat(verdict.refusal()).isEqualTo(refusal);
            assertThat(verdict.isAccepted()).isEqualTo(refusal == null);
        });
    }

    @Test
    void acceptsTheSameStockCodeTwice() {
        Invoice invoice = new Invoice("536365", List.of(Csv.row("22139", "1", "2.55"), Csv.row("22139", "2", "2.55")));

        assertThat(InvoiceRules.judge(invoice)).allMatch(RowVerdict::isAccepted);
    }

    @ParameterizedTest
    @CsvSource({"2.5, 2.50", "18, 18.00", "2.55, 2.55", "0.001, 0.001"})
    void writesPricesWithTwoDecimalsAtLeast(String inFile, String inOrder) {
        assertThat(InvoiceRules.unitPrice(Csv.row("A", "1", inFile)))
                .hasValueSatisfying(price -> assertThat(price.toPlainString()).isEqualTo(inOrder));
    }

    @Test
    void findsWhatIsDirtyInTheRealFile() {
        List<RowVerdict> verdicts = Csv.read(Csv.REAL).stream()
                .filter(invoice -> !invoice.isCancellation())
                .flatMap(invoice -> InvoiceRules.judge(invoice).stream())
                .toList();

        assertThat(verdicts).filteredOn(verdict -> !verdict.isAccepted()).hasSize(154);
        assertThat(verdicts)
                .filteredOn(verdict -> String.valueOf(verdict.refusal()).contains("below 1"))
                .hasSize(58);
    }
}

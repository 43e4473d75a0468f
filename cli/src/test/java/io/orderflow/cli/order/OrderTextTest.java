package io.orderflow.cli.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class OrderTextTest {

    @Test
    void saysWhyALineFailedAndWhatCanBeDone() throws Exception {
        String text = text(
                """
                {"id": "ord_1", "status": "ACTIVE", "version": 7, "quoteId": "q", "customerId": "c", "currency": "GBP",
                 "totals": {"oneTimeTotal": "5.00"}, "lines": [
                   {"offerId": "A", "status": "COMPLETED", "attempt": 2, "providerReference": "fm-1",
                    "failure": {"code": "no_stock", "reason": "Out of stock", "retryable": true, "at": "2026-01-01T00:00:00Z"}},
                   {"offerId": "B", "status": "FAILED", "attempt": 1,
                    "failure": {"code": "gone", "reason": "Discontinued", "retryable": false, "at": "2026-01-01T00:00:01Z"}}]}
                """);

        assertThat(text)
                .contains("had failed at 2026-01-01T00:00:00Z: Out of stock (no_stock, worth another attempt)")
                .contains("failed at 2026-01-01T00:00:01Z: Discontinued (gone)")
                .contains("./orderflow order retry|waive ord_1 2 --reason");
    }

    @Test
    void tellsAReversalThatIsAwaitedFromOneThatIsDone() throws Exception {
        String text = text(
                """
                {"id": "ord_1", "status": "CANCELLED", "lines": [
                   {"offerId": "A", "status": "REVERSING"}, {"offerId": "B", "status": "REVERSED"}]}
                """);

        assertThat(text).containsSubsequence("REVERSING", "has not answered", "REVERSED", "has taken it back");
    }

    private static String text(String order) throws Exception {
        StringWriter text = new StringWriter();
        OrderText.print(new ObjectMapper().readTree(order), new PrintWriter(text));
        return text.toString();
    }
}

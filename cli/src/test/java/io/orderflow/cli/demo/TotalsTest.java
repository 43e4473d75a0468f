package io.orderflow.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.cli.demo.FedInvoice.Kind;
import io.orderflow.cli.demo.FedInvoice.OrderFate;
import io.orderflow.cli.show.Sightings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TotalsTest {

    private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");

    private static final Sightings SEEN = Seen.nothing();

    private final List<FedInvoice> fed = new ArrayList<>();

    @Test
    void everyInvoiceIsInOnePlace() {
        order("1", "COMPLETED");
        order("3", "CANCELLED");
        order("5", "REJECTED");
        fed("7", "-1");
        FedInvoice refused = fed("9", "1");
        refused.refuse("validation_failed");
        fed("C1", "-1").belongsTo("ord_3");
        fed("C2", "-1").refuse(Cancellations.NOTHING_TO_CANCEL);
        fed("C3", "-1").refuse(Cancellations.TOO_LATE);

        Totals totals = Totals.of(fed, SEEN);

        assertThat(totals.problems()).isEmpty();
        assertThat(totals).isEqualTo(new Totals(8, 2, 3, 3, 1, 1, 0, 1, 1, 1, 0, 0, 8, 3, 5));
    }

    @Test
    void anOrderThatNeverArrivedDoesNotAddUp() {
        order("1", "COMPLETED");
        fed("3", "1");

        Totals totals = Totals.of(fed, SEEN);

        assertThat(totals.problems()).containsExactly("2 invoices read, but 1 captured + 0 rejected + 0 cancellations");
    }

    @Test
    void anOrderThatIsStillOpenIsTold() {
        order("1", "ACTIVE");

        assertThat(Totals.of(fed, SEEN).problems()).containsExactly("1 orders are still open");
    }

    @Test
    void anOrderThatNobodyCancelledMustNotBeCancelled() {
        order("1", "CANCELLED");

        assertThat(Totals.of(fed, SEEN).problems())
                .containsExactly("1 orders cancelled, but 0 cancellations applied + 0 withdrawn + 0 declined");
    }

    @Test
    void aCancellationThatCameSecondIsTooLate() {
        order("1", "CANCELLED");
        FedInvoice second = fed("C1", "-1");
        second.belongsTo("ord_1");
        Sightings declined = Seen.cancelled("ord_1", "above the credit limit");

        Outcome.whoCancelled(fed, declined);

        assertThat(second.refusal()).contains(Cancellations.TOO_LATE);
        assertThat(Totals.of(fed, declined).problems()).isEmpty();
    }

    @Test
    void aCancellationThatCameFirstIsApplied() {
        order("1", "CANCELLED");
        FedInvoice first = fed("C1", "-1");
        first.belongsTo("ord_1");

        Outcome.whoCancelled(fed, Seen.cancelled("ord_1", "invoice C1"));

        assertThat(first.refusal()).isEmpty();
    }

    @Test
    void aQuoteCapturedTwiceIsTold() {
        FedInvoice invoice = fed("1", "1");

        List<String> problems = Outcome.reconcile(
                fed,
                List.of(
                        new OrderApi.QuotedFate(invoice.quoteId(), fate("ord_a", "COMPLETED")),
                        new OrderApi.QuotedFate("q-of-somebody-else", fate("ord_b", "COMPLETED")),
                        new OrderApi.QuotedFate(invoice.quoteId(), fate("ord_c", "COMPLETED"))));

        assertThat(problems).containsExactly("quote q-run-1 was captured twice, as ord_a and ord_c");
    }

    @Test
    void sortsTheRealFile() {
        List<FedInvoice> real = Csv.read(Csv.REAL).stream()
                .map(invoice -> new FedInvoice(invoice, "run", false))
                .toList();

        assertThat(real).filteredOn(invoice -> invoice.kind() == Kind.ORDER).hasSize(796);
        assertThat(real).filteredOn(invoice -> invoice.kind() == Kind.NOTHING).hasSize(94);
        assertThat(real)
                .filteredOn(invoice -> invoice.kind() == Kind.CANCELLATION)
                .hasSize(110);
    }

    private void order(String number, String status) {
        fed(number, "1").end(fate("ord_" + number, status));
    }

    private FedInvoice fed(String number, String quantity) {
        InvoiceRow row = new InvoiceRow(2, number, "A", "", quantity, "1", "7");
        FedInvoice invoice = new FedInvoice(new Invoice(number, List.of(row)), "run", false);
        fed.add(invoice);
        return invoice;
    }

    private static OrderFate fate(String id, String status) {
        return new OrderFate(id, status, AT, status.equals("COMPLETED") ? AT.plusSeconds(1) : null, 1, 1);
    }
}

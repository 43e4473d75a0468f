package io.orderflow.cli.demo;

import io.orderflow.cli.demo.FedInvoice.Kind;
import io.orderflow.cli.demo.OrderApi.QuotedFate;
import io.orderflow.cli.show.Reasons;
import io.orderflow.cli.show.Sightings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares what was fed with what the order service has; the service's word counts. */
final class Outcome {

    private Outcome() {}

    /** Tells every invoice its fate; returns what must not be. */
    static List<String> reconcile(Collection<FedInvoice> fed, OrderApi api, Instant since) throws InterruptedException {
        return reconcile(fed, api.all(since));
    }

    static List<String> reconcile(Collection<FedInvoice> fed, List<QuotedFate> orders) {
        Map<String, FedInvoice> byQuote = new HashMap<>();
        fed.forEach(invoice -> byQuote.put(invoice.quoteId(), invoice));
        List<String> problems = new ArrayList<>();
        for (QuotedFate order : orders) {
            FedInvoice invoice = byQuote.get(order.quoteId());
            if (invoice == null) {
                continue; // Somebody else's order.
            }
            invoice.fate()
                    .ifPresent(known -> problems.add("quote %s was captured twice, as %s and %s"
                            .formatted(
                                    order.quoteId(),
                                    known.orderId(),
                                    order.fate().orderId())));
            invoice.end(order.fate());
        }
        return problems;
    }

    /**
     * Takes back the success of cancellations that came second. To cancel a cancelled order is no error, so the answer does not tell who was first; the event does.
     */
    static void whoCancelled(Collection<FedInvoice> fed, Sightings seen) {
        fed.stream()
                .filter(invoice -> invoice.kind() == Kind.CANCELLATION)
                .filter(invoice -> invoice.refusal().isEmpty())
                .filter(invoice -> !isCause(invoice, seen))
                .forEach(invoice -> invoice.refuse(Cancellations.TOO_LATE));
    }

    private static boolean isCause(FedInvoice cancellation, Sightings seen) {
        return cancellation
                .orderId()
                .flatMap(seen::cancelledBecause)
                .filter(Reasons.invoice(cancellation.invoice().number())::equals)
                .isPresent();
    }
}

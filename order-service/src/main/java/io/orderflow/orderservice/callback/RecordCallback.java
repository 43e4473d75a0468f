package io.orderflow.orderservice.callback;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderflow.kafkaadapters.envelope.EventOrigin;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.usecase.Cause;
import io.orderflow.orderservice.order.usecase.RecordProgress;
import io.orderflow.orderservice.order.usecase.ReportedProgress;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells an order what its provider has called back, the same way as it hears the provider's events, and remembers the
 * callback in the same transaction: however often it comes, and however many come at once, it has one effect and one answer.
 */
@Component
public class RecordCallback {

    private static final Logger LOG = LoggerFactory.getLogger(RecordCallback.class);

    private final CallbackReceipts receipts;
    private final OrderCorrelations correlations;
    private final RecordProgress recordProgress;
    private final TransactionTemplate transactions;
    private final Clock clock;

    RecordCallback(
            CallbackReceipts receipts,
            OrderCorrelations correlations,
            RecordProgress recordProgress,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        this.receipts = receipts;
        this.correlations = correlations;
        this.recordProgress = recordProgress;
        this.transactions = new TransactionTemplate(transactionManager);
        this.clock = clock;
    }

    /** @param traceId of the request, for the facts that follow */
    public CallbackResult record(Provider provider, Callback callback, String traceId) {
        OrderKey order = new OrderKey(provider.tenantId(), callback.orderId());
        Optional<String> correlationId = correlations.find(order);
        if (correlationId.isEmpty()) {
            return new CallbackResult.UnknownLine();
        }
        CallbackReceipt receipt = new CallbackReceipt(
                provider,
                callback,
                "cb_" + UuidCreator.getTimeOrderedEpoch(),
                CallbackFingerprint.of(callback),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        EventOrigin origin = new EventOrigin(
                correlationId.get(),
                receipt.causeId(),
                traceId,
                Map.of("actorType", "SYSTEM", "actorId", provider.name()));
        return Objects.requireNonNull(transactions.execute(transaction -> record(
                receipt,
                new ReportedProgress.ProviderAnswered(order, callback.answer(), new Cause(origin, provider.name())),
                transaction)));
    }

    private CallbackResult record(
            CallbackReceipt receipt, ReportedProgress.ProviderAnswered report, TransactionStatus transaction) {
        // The receipt comes first: whoever waits here for the same callback holds no order, so nobody waits in a
        // circle.
        Optional<CallbackReceipt.Standing> before = receipts.store(receipt);
        if (before.isPresent()) {
            return before.get().fingerprint().equals(receipt.fingerprint())
                    ? new CallbackResult.Heard(before.get().verdict())
                    : new CallbackResult.IdReused();
        }
        CallbackVerdict verdict =
                CallbackVerdict.of(recordProgress.record(List.of(report)).get(0));
        if (verdict == null) {
            transaction.setRollbackOnly();
            return new CallbackResult.UnknownLine();
        }
        receipts.conclude(receipt, verdict);
        if (verdict.outcome() == CallbackVerdict.Outcome.CONFLICT) {
            LOG.warn(
                    "Callback {} contradicts order {}: {}",
                    receipt.causeId(),
                    report.order().orderId(),
                    verdict.reason());
        }
        return new CallbackResult.Heard(verdict);
    }
}

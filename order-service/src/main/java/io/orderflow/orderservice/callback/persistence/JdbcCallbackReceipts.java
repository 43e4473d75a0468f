package io.orderflow.orderservice.callback.persistence;

import io.orderflow.orderservice.callback.CallbackReceipt;
import io.orderflow.orderservice.callback.CallbackReceipts;
import io.orderflow.orderservice.callback.CallbackVerdict;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Receipts in PostgreSQL. */
@Repository
class JdbcCallbackReceipts implements CallbackReceipts {

    private final FulfillmentCallbackSql callbacks;

    JdbcCallbackReceipts(JdbcClient jdbc) {
        this.callbacks = new FulfillmentCallbackSql(jdbc);
    }

    @Override
    public Optional<CallbackReceipt.Standing> store(CallbackReceipt receipt) {
        return callbacks.insert(receipt) ? Optional.empty() : Optional.of(callbacks.find(receipt));
    }

    @Override
    public void conclude(CallbackReceipt receipt, CallbackVerdict verdict) {
        callbacks.conclude(receipt, verdict);
    }
}

package io.orderflow.orderservice.callback.persistence;

import io.orderflow.orderservice.callback.CallbackReceipt;
import io.orderflow.orderservice.callback.CallbackVerdict;
import io.orderflow.orderservice.order.ProviderAnswer;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Statements on the table fulfillment_callbacks. */
final class FulfillmentCallbackSql {

    private static final String INSERT =
            """
            insert into fulfillment_callbacks
                   (tenant_id, provider, callback_id, fingerprint, cause_id, type, order_id, order_line_id, attempt, received_at)
            values (:tenant, :provider, :callback, :fingerprint, :cause, :type, :order, :line, :attempt, :at)
                on conflict (tenant_id, provider, callback_id) do nothing
            """;

    private static final String FIND =
            """
            select fingerprint, outcome, code, reason
              from fulfillment_callbacks
             where tenant_id = :tenant and provider = :provider and callback_id = :callback
            """;

    private static final String CONCLUDE =
            """
            update fulfillment_callbacks
               set outcome = :outcome, code = :code, reason = :reason
             where tenant_id = :tenant and provider = :provider and callback_id = :callback
            """;

    private final JdbcClient jdbc;

    FulfillmentCallbackSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean insert(CallbackReceipt receipt) {
        ProviderAnswer answer = receipt.callback().answer();
        return keyed(INSERT, receipt)
                        .param("fingerprint", receipt.fingerprint())
                        .param("cause", receipt.causeId())
                        .param("type", receipt.type())
                        .param("order", receipt.callback().orderId())
                        .param("line", answer.orderLineId())
                        .param("attempt", answer.attempt())
                        .param("at", receipt.receivedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The receipt that stands under the same key. */
    CallbackReceipt.Standing find(CallbackReceipt receipt) {
        return keyed(FIND, receipt)
                .query((row, i) -> new CallbackReceipt.Standing(
                        row.getString("fingerprint"),
                        new CallbackVerdict(
                                CallbackVerdict.Outcome.valueOf(row.getString("outcome")),
                                row.getString("code"),
                                row.getString("reason"))))
                .single();
    }

    void conclude(CallbackReceipt receipt, CallbackVerdict verdict) {
        keyed(CONCLUDE, receipt)
                .param("outcome", verdict.outcome().name())
                .param("code", verdict.code())
                .param("reason", verdict.reason())
                .update();
    }

    private StatementSpec keyed(String sql, CallbackReceipt receipt) {
        return jdbc.sql(sql)
                .param("tenant", receipt.provider().tenantId())
                .param("provider", receipt.provider().name())
                .param("callback", receipt.callback().id());
    }
}

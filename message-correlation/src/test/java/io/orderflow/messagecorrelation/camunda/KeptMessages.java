package io.orderflow.messagecorrelation.camunda;

import io.orderflow.messagecorrelation.CorrelationOutcome;
import io.orderflow.messagecorrelation.CorrelationRequest;
import io.orderflow.messagecorrelation.CorrelationTarget.WaitingInstance;
import io.orderflow.messagecorrelation.EarlyMessages;
import io.orderflow.messagecorrelation.InstanceKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps messages in a table, as an application would. */
final class KeptMessages implements EarlyMessages {

    private final JdbcClient jdbc;
    private final Set<Long> putAside = ConcurrentHashMap.newKeySet();
    final AtomicInteger asked = new AtomicInteger();
    final AtomicInteger woken = new AtomicInteger();

    KeptMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql(
                        """
                        create table if not exists kept (
                            id bigint generated always as identity primary key,
                            tenant_id text, business_key text, message text)
                        """)
                .update();
    }

    void keep(CorrelationRequest request) {
        jdbc.sql("insert into kept (tenant_id, business_key, message) values (?, ?, ?)")
                .params(request.tenantId(), request.businessKey(), ((WaitingInstance) request.target()).message())
                .update();
    }

    long count() {
        return jdbc.sql("select count(*) from kept").query(Long.class).single();
    }

    @Override
    public List<EarlyMessage> of(Collection<InstanceKey> keys) {
        asked.incrementAndGet();
        return new ArrayList<>(jdbc
                .sql("select * from kept where business_key = any(?) order by id")
                .param(keys.stream().map(InstanceKey::businessKey).toArray(String[]::new))
                .query((row, number) -> new Kept(
                        row.getLong("id"),
                        CorrelationRequest.continueAt(
                                row.getString("tenant_id"), row.getString("business_key"), row.getString("message"))))
                .list()
                .stream()
                .filter(kept -> keys.contains(kept.key()) && !putAside.contains(kept.id))
                .toList());
    }

    @Override
    public void settle(Map<EarlyMessage, CorrelationOutcome> taken) {
        taken.keySet().forEach(message -> jdbc.sql("delete from kept where id = ?")
                .param(((Kept) message).id)
                .update());
        woken.addAndGet(taken.size());
    }

    @Override
    public void failed(EarlyMessage message, RuntimeException failure) {
        putAside.add(((Kept) message).id);
    }

    private record Kept(long id, CorrelationRequest request) implements EarlyMessage {
        @Override
        public CorrelationOutcome carryOut(Supplier<CorrelationOutcome> delivery) {
            return delivery.get();
        }
    }
}

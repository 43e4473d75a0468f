package io.orderflow.testing.contractkits;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The library's own consumer group: whatever is published has its copy on the audit topic. */
class AuditContractIT extends ConsumerContract {

    private static final String COPIES = "audit.business-events.v1";

    private final ConfigurableApplicationContext service = LibraryService.auditor();
    private final TopicTail copies = new TopicTail(COPIES);

    @Override
    protected ApplicationContext service() {
        return service;
    }

    @Override
    protected List<ConsumedEvent> events() {
        return consumesEverything("audit-service.all-domain-events.consumer", this::copiesOf);
    }

    private List<String> copiesOf(String aggregateId) {
        Patience.await("the outbox to have sent all copies").until(() -> waiting() == 0);
        return copies.records().stream()
                .filter(copy -> aggregateId.equals(copy.key()))
                .map(copy -> new String(copy.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private long waiting() {
        return service.getBean(JdbcClient.class)
                .sql("select count(*) from outbox_event where topic = ?")
                .param(COPIES)
                .query(Long.class)
                .single();
    }

    @AfterAll
    void stop() {
        copies.close();
        service.close();
    }
}

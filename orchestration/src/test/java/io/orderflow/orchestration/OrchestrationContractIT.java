package io.orderflow.orchestration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.testing.contractkits.ConsumedEvent;
import io.orderflow.testing.contractkits.ConsumerContract;
import io.orderflow.testing.contractkits.ProducedEvent;
import io.orderflow.testing.contractkits.ProducerContract;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Nested;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every event that this service publishes or reads, held to its contract. */
class OrchestrationContractIT extends RunningOrchestration {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    ApplicationContext context;

    @Nested
    class Produces extends ProducerContract {

        @Override
        protected ApplicationContext service() {
            return context;
        }

        @Override
        protected List<ProducedEvent> events() {
            return List.of(
                    produces("OrchestrationStarted", OrchestrationContractIT.this::startedOrder),
                    produces("OrderLineReleased", OrchestrationContractIT.this::startedOrder),
                    produces("OrchestrationFinished", OrchestrationContractIT.this::finishedOrder));
        }
    }

    @Nested
    class Consumes extends ConsumerContract {

        @Override
        protected ApplicationContext service() {
            return context;
        }

        @Override
        protected List<ConsumedEvent> events() {
            return List.of(
                    consumes("OrderCaptured", () -> value(order().captured()), OrchestrationContractIT.this::effects),
                    consumes(
                            "OrderLineFulfillmentCompleted",
                            OrchestrationContractIT.this::nextIsLineCompleted,
                            OrchestrationContractIT.this::effects),
                    consumes(
                            "OrderCompleted",
                            OrchestrationContractIT.this::nextIsCompleted,
                            OrchestrationContractIT.this::effects),
                    consumes(
                            "OrderCancelled",
                            OrchestrationContractIT.this::nextIsCancelled,
                            OrchestrationContractIT.this::effects));
        }
    }

    private String startedOrder() {
        OrderEvents order = order();
        order.captured().send();
        return order.orderId;
    }

    private String finishedOrder() {
        OrderEvents order = order();
        order.captured().send();
        order.cancelled().send();
        return order.orderId;
    }

    private ObjectNode nextIsLineCompleted() {
        OrderEvents order = order();
        awaitApplied(order.captured().send());
        return value(order.lineCompleted(order.lines.get(0)));
    }

    private ObjectNode nextIsCompleted() {
        OrderEvents order = order();
        order.captured().send();
        order.lineCompleted(order.lines.get(0)).send();
        awaitApplied(order.lineCompleted(order.lines.get(1)).send());
        return value(order.completed());
    }

    private ObjectNode nextIsCancelled() {
        OrderEvents order = order();
        awaitApplied(order.captured().send());
        return value(order.cancelled());
    }

    /** All that an event can change about an order's process: where it stands, where it has been, and what it has told. */
    private List<String> effects(String orderId) {
        return jdbc.sql(
                        """
                        with process as (select proc_inst_id_ as id from act_hi_procinst where business_key_ = :orderId)
                        select to_jsonb(p)::text from act_hi_procinst as p join process on p.proc_inst_id_ = process.id
                         union all
                        select to_jsonb(a)::text from act_hi_actinst as a join process on a.proc_inst_id_ = process.id
                         union all
                        select to_jsonb(e)::text from act_ru_execution as e join process on e.proc_inst_id_ = process.id
                         order by 1
                        """)
                .param("orderId", orderId)
                .query(String.class)
                .list();
    }

    private void awaitApplied(Event event) {
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        jdbc.sql("select count(*) from inbox_event where event_id = ?::uuid and outcome = 'APPLIED'")
                                        .param(event.eventId())
                                        .query(Long.class)
                                        .single()
                                == 1);
    }

    private static OrderEvents order() {
        return new OrderEvents(2);
    }

    private static ObjectNode value(Event event) {
        try {
            return (ObjectNode) JSON.readTree(event.json());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.orderflow.orchestration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.bpmn.OrderFulfillmentProcess.Decisions;
import io.orderflow.testing.contractkits.ConsumedEvent;
import io.orderflow.testing.contractkits.ConsumerContract;
import io.orderflow.testing.contractkits.ProducedEvent;
import io.orderflow.testing.contractkits.ProducerContract;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
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
                    produces("OrchestrationStarted", () -> scenes().captured().orderId),
                    produces("OrderApprovalRequested", () -> scenes().held().orderId),
                    produces("OrderLineReleased", () -> scenes().captured().orderId),
                    produces("OrderJeopardyRaised", () -> scenes().overdue().orderId),
                    produces("OrderLineRetryDecided", () -> scenes().decided(Decisions.RETRY).orderId),
                    produces("OrderLineWaiverDecided", () -> scenes().decided(Decisions.WAIVE).orderId),
                    produces("OrderCancellationDecided", () -> scenes().decided(Decisions.CANCEL).orderId),
                    produces("OrderLineReversalReleased", () -> scenes().cancelledWithReversals().orderId),
                    produces("OrchestrationFinished", () -> scenes().finished().orderId));
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
                    reads("OrderCaptured", () -> new OrderEvents(2), OrderEvents::captured),
                    reads(
                            "OrderLineFulfillmentCompleted",
                            () -> scenes().captured(),
                            order -> order.lineCompleted(first(order))),
                    reads("OrderLineFailed", () -> scenes().captured(), order -> order.lineFailed(first(order), 1)),
                    reads(
                            "OrderLineFulfillmentRequested",
                            () -> scenes().lineFailed(),
                            order -> order.lineRequested(first(order), 2)),
                    reads("OrderLineWaived", () -> scenes().lineFailed(), order -> order.lineWaived(first(order))),
                    reads(
                            "OrderCancellationRefused",
                            () -> scenes().decided(Decisions.CANCEL),
                            order -> order.cancellationRefused(first(order))),
                    reads(
                            "OrderLineReversed",
                            () -> scenes().cancelledWithReversals(),
                            order -> order.lineReversed(first(order))),
                    reads("OrderCompleted", () -> scenes().linesCompleted(), OrderEvents::completed),
                    reads("OrderCancelled", () -> scenes().captured(), OrderEvents::cancelled),
                    reads("ApprovalGranted", () -> scenes().held(), order -> new ApprovalEvents(order)
                            .granted(OrderApprovalIT.DEAR, "GBP")),
                    reads("ApprovalDeclined", () -> scenes().held(), order -> new ApprovalEvents(order)
                            .declined(OrderApprovalIT.DEAR)));
        }

        private ConsumedEvent reads(String type, Supplier<OrderEvents> scene, Function<OrderEvents, Event> next) {
            return consumes(type, () -> value(next.apply(scene.get())), OrchestrationContractIT.this::effects);
        }
    }

    private OrderScenes scenes() {
        return new OrderScenes(seen());
    }

    private static String first(OrderEvents order) {
        return order.lines.get(0);
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

    private static ObjectNode value(Event event) {
        try {
            return (ObjectNode) JSON.readTree(event.json());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.orderflow.orchestration;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.core.ThrowingRunnable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a node's database says about orders' processes and about events. */
record Seen(ProcessEngine engine, JdbcClient jdbc) {

    static void eventually(ThrowingRunnable assertion) {
        await().atMost(ofSeconds(120)).pollInterval(ofMillis(50)).untilAsserted(assertion);
    }

    ProcessInstance instanceOf(OrderEvents order) {
        ProcessInstance instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(order.orderId)
                .singleResult();
        assertThat(instance).as("instance of " + order.orderId).isNotNull();
        return instance;
    }

    List<String> whereIs(OrderEvents order) {
        return engine.getRuntimeService().getActiveActivityIds(instanceOf(order).getId());
    }

    List<Task> tasksOf(OrderEvents order) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(order.orderId)
                .list();
    }

    Task taskOf(OrderEvents order) {
        eventually(() -> assertThat(tasksOf(order)).hasSize(1));
        return tasksOf(order).get(0);
    }

    Job timerOf(OrderEvents order) {
        Job timer = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instanceOf(order).getId())
                .singleResult();
        assertThat(timer).as("timer of " + order.orderId).isNotNull();
        return timer;
    }

    void assertEnded(OrderEvents order, String endEvent) {
        HistoricProcessInstance instance = engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(order.orderId)
                .singleResult();
        assertThat(instance.getState()).isEqualTo(HistoricProcessInstance.STATE_COMPLETED);
        assertThat(instance.getRemovalTime()).isNotNull();
        assertThat(engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .activityType("messageEndEvent")
                        .list())
                .extracting(HistoricActivityInstance::getActivityId)
                .containsExactly(endEvent);
    }

    /** The end event that each order's process has come to, by order; none for one that still runs. */
    Map<String, String> endsOf(List<OrderEvents> orders) {
        return jdbc
                .sql(
                        """
                        select p.business_key_, string_agg(a.act_id_, ', ')
                          from act_hi_procinst as p
                          join act_hi_actinst as a on a.proc_inst_id_ = p.id_ and a.act_type_ = 'messageEndEvent'
                         where p.business_key_ = any (:orders) and p.state_ = 'COMPLETED'
                         group by p.business_key_
                        """)
                .param("orders", ids(orders))
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The orders that the outbox has facts of this type about, as often as it has. */
    List<String> factsAbout(List<OrderEvents> orders, String type) {
        return jdbc.sql("select partition_key from outbox_event where partition_key = any (?) and event_type = ?")
                .params(ids(orders), type)
                .query(String.class)
                .list();
    }

    /** Rows of running instances that should have ended. */
    long leftOversOf(List<OrderEvents> orders) {
        return jdbc.sql(
                        """
                        with ended as (
                          select id_ as id from act_hi_procinst where business_key_ = any (:orders)
                        )
                        select (select count(*) from act_ru_execution join ended on proc_inst_id_ = id)
                             + (select count(*) from act_ru_event_subscr join ended on proc_inst_id_ = id)
                             + (select count(*) from act_ru_task join ended on proc_inst_id_ = id)
                             + (select count(*) from act_ru_variable join ended on proc_inst_id_ = id)
                             + (select count(*) from act_ru_job join ended on process_instance_id_ = id)
                        """)
                .param("orders", ids(orders))
                .query(Long.class)
                .single();
    }

    private static String[] ids(List<OrderEvents> orders) {
        return orders.stream().map(order -> order.orderId).toArray(String[]::new);
    }

    String outcomeOf(Event event) {
        return ledger("outcome", event);
    }

    String codeOf(Event event) {
        return ledger("code", event);
    }

    String reasonOf(Event event) {
        return ledger("reason", event);
    }

    void awaitOutcome(Event event, String outcome) {
        eventually(() -> assertThat(outcomeOf(event)).isEqualTo(outcome));
    }

    private String ledger(String column, Event event) {
        return jdbc.sql("select " + column + " from inbox_event where event_id = ?::uuid")
                .param(event.eventId())
                .query(String.class)
                .optional()
                .orElse("not received");
    }
}

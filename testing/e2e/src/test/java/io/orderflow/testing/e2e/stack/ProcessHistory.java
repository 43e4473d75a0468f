package io.orderflow.testing.e2e.stack;

import java.util.List;

/** What the process engine remembers of an order, read from its history tables. */
public record ProcessHistory(Database engine) {

    public record Instance(String id, String state) {}

    /** All instances that ever were started for an order. */
    public List<Instance> instances(String orderId) {
        return engine
                .rows("SELECT proc_inst_id_, state_ FROM act_hi_procinst WHERE business_key_ = ?", orderId)
                .stream()
                .map(row -> new Instance(row.get(0), row.get(1)))
                .toList();
    }

    /** BPMN ids of the end events that an instance passed, once for each time. */
    public List<String> endEvents(Instance instance) {
        return engine
                .rows(
                        """
                        SELECT act_id_ FROM act_hi_actinst
                        WHERE proc_inst_id_ = ? AND act_type_ ILIKE '%EndEvent' AND end_time_ IS NOT NULL
                        """,
                        instance.id())
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    /** How much of an instance is still in the engine's runtime tables. */
    public long executions(Instance instance) {
        return engine.number("SELECT count(*) FROM act_ru_execution WHERE proc_inst_id_ = ?", instance.id());
    }
}

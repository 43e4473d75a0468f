package io.orderflow.kafkaadapters.faults;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes protections away from a node without touching its code. */
final class SwitchedOff {

    private SwitchedOff() {}

    /**
     * The ledger forgets every event as soon as it is written, so that each looks new; and what the consumer knows of its
     * aggregates' versions, which would catch a duplicate as well, is never written.
     */
    static void ledger(JdbcClient jdbc) {
        jdbc.sql(
                        """
                        create function forget_event() returns trigger language plpgsql as $$
                        begin
                            delete from inbox_event where consumer = new.consumer and event_id = new.event_id;
                            return null;
                        end $$
                        """)
                .update();
        jdbc.sql("create trigger forgetful after insert on inbox_event for each row execute function forget_event()")
                .update();
        jdbc.sql("create function not_written() returns trigger language plpgsql as 'begin return null; end'")
                .update();
        jdbc.sql(
                        "create trigger forgetful before insert on inbox_aggregate for each row execute function not_written()")
                .update();
    }
}

package io.orderflow.testing.contractkits;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes protections away from a consumer below its code, in the tables of its inbox. */
enum Weakness {
    NONE("", "return new;"),

    /** Every record looks new, and nobody remembers versions, which would catch a duplicate as well. */
    NO_LEDGER("delete from inbox_event where consumer = new.consumer and event_id = new.event_id;", "return null;"),

    /** A record that is delivered a second time looks new: a ledger that trusts in offsets that never go back. */
    LEDGER_OF_RECENT_EVENTS(
            """
            delete from inbox_event where consumer = new.consumer and event_id = new.event_id
               and kafka_partition = new.kafka_partition and kafka_offset = new.kafka_offset;
            """,
            "return null;"),

    /** An event that was sent a second time looks new: a ledger of positions instead of ids. */
    LEDGER_OF_POSITIONS(
            """
            delete from inbox_event where consumer = new.consumer and event_id = new.event_id
               and (kafka_partition <> new.kafka_partition or kafka_offset <> new.kafka_offset);
            """,
            "return null;"),

    /** The version that is missing counts as seen. */
    NO_PATIENCE("", "if new.version = 0 then new.version := 1; end if; return new;");

    private static final String BEGIN =
            """
            create function weak_ledger() returns trigger language plpgsql as $$ begin %s return new; end $$;
            create trigger weak before insert on inbox_event for each row execute function weak_ledger();
            create function weak_versions() returns trigger language plpgsql as $$ begin %s end $$;
            create trigger weak before insert on inbox_aggregate for each row execute function weak_versions();
            """;

    private static final String END =
            """
            drop function if exists weak_ledger cascade;
            drop function if exists weak_versions cascade;
            """;

    private final String ledger;
    private final String versions;

    Weakness(String ledger, String versions) {
        this.ledger = ledger;
        this.versions = versions;
    }

    void begin(JdbcClient jdbc) {
        jdbc.sql(BEGIN.formatted(ledger, versions)).update();
    }

    static void endAll(JdbcClient jdbc) {
        jdbc.sql(END).update();
    }
}

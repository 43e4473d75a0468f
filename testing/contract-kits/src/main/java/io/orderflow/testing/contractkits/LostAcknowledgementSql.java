package io.orderflow.testing.contractkits;

/** Statements that make and remove the fault. A sequence counts, because it does not take part in the roll-back. */
final class LostAcknowledgementSql {

    static final String BEGIN =
            """
            create sequence "lost_${eventType}";
            create function "lose_${eventType}"() returns trigger language plpgsql as $$
            begin
                if nextval('"lost_${eventType}"') = 1 then
                    raise exception 'the acknowledgement of ${eventType} is lost on purpose';
                end if;
                return old;
            end $$;
            create trigger "lose_${eventType}" before delete on outbox_event for each row
              when (old.event_type = '${eventType}' and old.topic = '${topic}') execute function "lose_${eventType}"();
            """;

    static final String END =
            """
            drop function "lose_${eventType}" cascade;
            drop sequence "lost_${eventType}"
            """;

    private LostAcknowledgementSql() {}
}

package io.orderflow.kafkaadapters.outbox;

/** How the nodes tell each other that there is something new. The channel is the database's own. */
final class WakeUpSql {

    static final String NOTIFY = "select pg_notify('orderflow_outbox', :sender)";

    static final String LISTEN = "listen orderflow_outbox";

    static final String UNLISTEN = "unlisten *";

    private WakeUpSql() {}
}

package io.orderflow.testing.e2e.stack;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checksums over tables: equal fingerprints, equal content. */
public final class Fingerprint {

    /** Delivery bookkeeping grows with every redelivery and upkeep notes when it ran; that is their purpose. */
    private static final String BUSINESS_TABLES =
            """
            SELECT table_name FROM information_schema.tables
            WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
              AND table_name !~ '^(inbox|outbox|upkeep|act|dead)_' AND table_name !~ '((flyway|schema)_history|_position)'
            """;

    /** What tells how far processes are and have been. The engine's other tables hold definitions and metrics. */
    private static final List<String> ENGINE_TABLES =
            List.of("act_ru_execution", "act_ru_event_subscr", "act_ru_variable", "act_hi_procinst", "act_hi_actinst");

    private Fingerprint() {}

    /** Of everything the three services know about orders, requests and processes. */
    public static Map<String, String> of(Stack stack) {
        Map<String, String> all = new TreeMap<>();
        for (ServiceProcess service : stack.services()) {
            Database database = new Database(service.database());
            database.rows(BUSINESS_TABLES)
                    .forEach(row -> all.put(service + "." + row.get(0), table(database, row.get(0))));
        }
        Database engine = new Database(stack.orchestration().database());
        ENGINE_TABLES.forEach(name -> all.put("engine." + name, table(engine, name)));
        return all;
    }

    private static String table(Database database, String name) {
        String sql = "SELECT count(*), md5(coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '')) FROM "
                + name + " t";
        return String.join(" rows, ", database.rows(sql).get(0));
    }
}

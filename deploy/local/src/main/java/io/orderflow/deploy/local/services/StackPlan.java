package io.orderflow.deploy.local.services;

import io.orderflow.deploy.local.state.Credentials;
import io.orderflow.deploy.local.state.Layout;
import io.orderflow.deploy.local.state.Ports;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who belongs to the stack, on which ports.
 *
 * @param services in the order in which a reader expects them
 * @param urls for {@code stack.json}
 * @param notes what differs from the defaults
 */
public record StackPlan(
        List<StackService> services, Map<String, String> urls, int postgresPort, int kafkaPort, List<String> notes) {

    public static final String ORDER_SERVICE = "order-service";
    public static final String ORCHESTRATION = "orchestration";
    public static final String FULFILLMENT_MOCK = "fulfillment-mock";

    /** What must serve before our services start and until they have stopped. */
    public static final Set<String> INFRASTRUCTURE = Set.of(PostgresServer.NAME, KafkaBroker.NAME);

    /** What takes hours in earnest is late here after seconds (few orders of the demo are by themselves), and is noticed soon. */
    private static final Map<String, String> SHORT_DEADLINES = Map.of(
            "ORDERFLOW_PROCESS_DEADLINES_FULFILMENT", "PT20S",
            "ORDERFLOW_PROCESS_DEADLINES_APPROVALREMINDER", "R3/PT1M",
            "CAMUNDA_BPM_JOBEXECUTION_WAITTIMEINMILLIS", "1000",
            "CAMUNDA_BPM_JOBEXECUTION_MAXWAIT", "2000");

    /**
     * One thread for each consumer group but for the engine's, which waits for its database most: the machine has fewer
     * cores than groups, and one thread has batches twice as large as two.
     */
    private static final Map<String, String> SINGLE_CONSUMERS = Map.of("ORDERFLOW_KAFKA_CONSUMER_CONCURRENCY", "1");

    /** Every member of the stack. */
    public static final List<String> ALL =
            List.of(PostgresServer.NAME, KafkaBroker.NAME, ORDER_SERVICE, ORCHESTRATION, FULFILLMENT_MOCK);

    /** Picks the ports and lays out the wanted services. */
    public static StackPlan make(Layout layout, Credentials credentials, Purpose purpose, Collection<String> wanted) {
        Ports ports = new Ports();
        int postgres = ports.pick(PostgresServer.NAME, PostgresServer.PORT);
        int kafka = ports.pick(KafkaBroker.NAME, KafkaBroker.PORT);
        int controller = ports.pick(KafkaBroker.NAME + " (controller)", KafkaBroker.CONTROLLER_PORT);
        int orchestration = ports.pick(ORCHESTRATION, 8080);
        int orders = ports.pick(ORDER_SERVICE, 8081);
        int mock = ports.pick(FULFILLMENT_MOCK, 8082);

        Map<String, String> common = new HashMap<>();
        common.put("ORDERFLOW_KAFKA_BOOTSTRAPSERVERS", KafkaBroker.bootstrapServers(kafka));
        common.put("ORDERFLOW_KAFKA_TENANTS", credentials.apiTenant());
        common.put("ORDERFLOW_OPERATIONS_USERS_0_NAME", credentials.operatorUser());
        common.put("ORDERFLOW_OPERATIONS_USERS_0_PASSWORD", credentials.operatorPassword());
        Map<String, String> api = Map.of(
                "ORDERFLOW_API_USERS_0_NAME", credentials.apiUser(),
                "ORDERFLOW_API_USERS_0_PASSWORD", credentials.apiPassword(),
                "ORDERFLOW_API_USERS_0_TENANT", credentials.apiTenant());
        Map<String, String> admin = Map.of(
                "CAMUNDA_BPM_ADMINUSER_ID", credentials.cockpitUser(),
                "CAMUNDA_BPM_ADMINUSER_PASSWORD", credentials.cockpitPassword());

        List<StackService> services = List.of(
                new PostgresServer(layout, purpose, postgres, credentials),
                new KafkaBroker(layout, purpose, kafka, controller),
                new BootService(
                        layout,
                        purpose,
                        ORDER_SERVICE,
                        orders,
                        320,
                        merge(common, api, SINGLE_CONSUMERS, dataSource(postgres, "order_service", credentials))),
                new BootService(
                        layout,
                        purpose,
                        ORCHESTRATION,
                        orchestration,
                        640,
                        merge(common, admin, deadlines(purpose), dataSource(postgres, "orchestration", credentials))),
                new BootService(
                        layout,
                        purpose,
                        FULFILLMENT_MOCK,
                        mock,
                        224,
                        merge(common, api, SINGLE_CONSUMERS, dataSource(postgres, "fulfillment_mock", credentials))));

        Map<String, String> urls = new LinkedHashMap<>();
        urls.put("orders", "http://127.0.0.1:" + orders);
        urls.put("mock", "http://127.0.0.1:" + mock);
        urls.put("cockpit", "http://127.0.0.1:%d/camunda/app/cockpit/default/".formatted(orchestration));
        List<StackService> chosen = services.stream()
                .filter(service -> wanted.contains(service.name()))
                .toList();
        return new StackPlan(chosen, urls, postgres, kafka, ports.notes());
    }

    private static Map<String, String> dataSource(int port, String database, Credentials credentials) {
        return Map.of(
                "SPRING_DATASOURCE_URL", Databases.url(port, database),
                "SPRING_DATASOURCE_USERNAME", database,
                "SPRING_DATASOURCE_PASSWORD", credentials.databasePassword(database));
    }

    private static Map<String, String> deadlines(Purpose purpose) {
        return switch (purpose) {
            case SHOW -> SHORT_DEADLINES;
            case LOAD -> Map.of();
        };
    }

    @SafeVarargs
    private static Map<String, String> merge(Map<String, String>... parts) {
        Map<String, String> all = new HashMap<>();
        for (Map<String, String> part : parts) {
            all.putAll(part);
        }
        return all;
    }
}

package io.orderflow.testing.e2e.stack;

import io.orderflow.testing.e2e.client.Credentials;
import io.orderflow.testing.e2e.client.JsonHttp;
import io.orderflow.testing.e2e.client.MockApi;
import io.orderflow.testing.e2e.client.OrderApi;
import io.orderflow.testing.e2e.client.SummaryApi;
import io.orderflow.testing.e2e.kafka.Topics;
import io.orderflow.testing.support.kafka.TestKafka;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The whole system: three services on real PostgreSQL and Kafka. It starts once per JVM, because that takes most of a
 * minute, so every test uses orders of its own; it ends with the JVM.
 */
public final class Stack {

    /** The tenant of every test order. */
    public static final String TENANT = "tenant_demo";

    private static final Credentials CALLER = Credentials.random("e2e");
    private static final Credentials OPERATOR = Credentials.random("e2e-operator");
    private static final Credentials TASKLIST_USER = Credentials.random("e2e-tasks");
    private static @Nullable Stack theOne;

    private final ServiceProcess orderService;
    private final ServiceProcess orchestration;
    private final ServiceProcess fulfillmentMock;

    private Stack() {
        Topics.createAll();
        orderService = new ServiceProcess("order-service", TestPostgres.newDatabase(), environment());
        orchestration = new ServiceProcess("orchestration", TestPostgres.newDatabase(), orchestrationEnvironment());
        fulfillmentMock = new ServiceProcess("fulfillment-mock", TestPostgres.newDatabase(), environment());
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> services().forEach(ServiceProcess::kill9), "stop-services"));
    }

    /** The system with all its services ready, whatever the test before has left. */
    public static synchronized Stack running() {
        Stack stack = theOne == null ? new Stack() : theOne;
        theOne = stack;
        List<ServiceProcess> ended =
                stack.services().stream().filter(service -> !service.isAlive()).toList();
        ended.forEach(ServiceProcess::start);
        ended.forEach(ServiceProcess::awaitReady);
        stack.mock().resume();
        return stack;
    }

    /** Ends the services, if they run, until a test wants them again: room for a test that brings others. */
    public static synchronized void rest() {
        if (theOne != null) {
            theOne.services().forEach(ServiceProcess::kill9);
        }
    }

    public List<ServiceProcess> services() {
        return List.of(orderService, orchestration, fulfillmentMock);
    }

    public ServiceProcess orderService() {
        return orderService;
    }

    public ServiceProcess orchestration() {
        return orchestration;
    }

    public ServiceProcess fulfillmentMock() {
        return fulfillmentMock;
    }

    public OrderApi orders() {
        return new OrderApi(JsonHttp.of(orderService.url(), CALLER));
    }

    /** The read model of orders, for users and for operators. */
    public SummaryApi summaries() {
        return new SummaryApi(JsonHttp.of(orderService.url(), CALLER), JsonHttp.of(orderService.url(), OPERATOR));
    }

    /** What operators may do in a service. */
    public JsonHttp operations(ServiceProcess service) {
        return JsonHttp.of(service.url(), OPERATOR);
    }

    /** A service as those see it who may order and nothing else. */
    public JsonHttp asCaller(ServiceProcess service) {
        return JsonHttp.of(service.url(), CALLER);
    }

    public MockApi mock() {
        return new MockApi(JsonHttp.of(fulfillmentMock.url(), CALLER));
    }

    /** What the process engine remembers. */
    public ProcessHistory processes() {
        return new ProcessHistory(new Database(orchestration.database()));
    }

    /** Who may call the order service and the outside world. */
    public Credentials caller() {
        return CALLER;
    }

    /** Who may do what operators may. */
    public Credentials operator() {
        return OPERATOR;
    }

    /** Who may log in to Tasklist. */
    public Credentials tasklistUser() {
        return TASKLIST_USER;
    }

    private static Map<String, String> orchestrationEnvironment() {
        Map<String, String> environment = environment();
        environment.put("CAMUNDA_BPM_ADMINUSER_ID", TASKLIST_USER.name());
        environment.put("CAMUNDA_BPM_ADMINUSER_PASSWORD", TASKLIST_USER.password());
        return environment;
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("ORDERFLOW_KAFKA_BOOTSTRAPSERVERS", TestKafka.bootstrapServers());
        environment.put("ORDERFLOW_KAFKA_TENANTS", TENANT);
        environment.put("ORDERFLOW_API_USERS_0_NAME", CALLER.name());
        environment.put("ORDERFLOW_API_USERS_0_PASSWORD", CALLER.password());
        environment.put("ORDERFLOW_API_USERS_0_TENANT", TENANT);
        environment.put("ORDERFLOW_OPERATIONS_USERS_0_NAME", OPERATOR.name());
        environment.put("ORDERFLOW_OPERATIONS_USERS_0_PASSWORD", OPERATOR.password());
        return environment;
    }
}

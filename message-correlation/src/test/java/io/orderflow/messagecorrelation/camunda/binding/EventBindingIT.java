package io.orderflow.messagecorrelation.camunda.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderflow.messagecorrelation.CorrelationTarget.StartProcess;
import io.orderflow.messagecorrelation.binding.EventBinding;
import io.orderflow.messagecorrelation.binding.Unmatched;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ResourceReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an engine makes of models: two nodes on one database, and one that does not check, as in an earlier release. */
class EventBindingIT {

    private static BoundEngine earlier;
    private static BoundEngine left;
    private static BoundEngine right;

    @BeforeAll
    static void start() {
        var database = TestPostgres.newDatabase();
        earlier = new BoundEngine(database, null);
        left = new BoundEngine(database, new SampleCatalogue());
        right = new BoundEngine(database, new SampleCatalogue());
    }

    @AfterAll
    static void stop() {
        earlier.close();
        left.close();
        right.close();
    }

    @AfterEach
    void undeploy() {
        var repository = left.engine.getRepositoryService();
        repository.createDeploymentQuery().list().forEach(each -> repository.deleteDeployment(each.getId(), true));
        List.of(earlier, left, right).forEach(engine -> engine.bindings.forget());
    }

    @Test
    void everyKindOfElementIsBound() throws IOException {
        String id = earlier.deploy(read("binding/every-kind.bpmn"));

        // As it was deployed, and as another node loads it.
        for (BoundEngine node : List.of(earlier, left)) {
            EventBindings bindings = node.bindingsOf(id);
            assertThat(bindings.starting("Started")).hasValueSatisfying(start -> {
                assertThat(start.elementId()).isEqualTo("ProcessStart");
                assertThat(start.variables()).containsOnly(Map.entry("customer", "customer"));
            });
            assertThat(bindings.catching("Started")).isEmpty();
            assertThat(List.of(
                            "Received",
                            "Interrupted",
                            "Caught",
                            "Won",
                            "Lost",
                            "EachReceived",
                            "ManyReceived",
                            "Cancelled"))
                    .extracting(type -> bindings.catching(type).stream()
                            .map(EventBinding::elementId)
                            .toList())
                    .containsExactly(
                            List.of("Receive"),
                            List.of("Boundary"),
                            List.of("Intermediate"),
                            List.of("RaceWon"),
                            List.of("RaceLost"),
                            List.of("EachReceive"),
                            List.of("Many"),
                            List.of("EventSubProcessStart"));
            assertThat(bindings.catching("Received").get(0).unmatched()).isEqualTo(Unmatched.IGNORE);
            assertThat(bindings.catching("EachReceived").get(0).key()).containsExactly("line.number");
            assertThat(bindings.catching("ManyReceived").get(0).key()).containsExactly("each");
        }
    }

    @Test
    void whatAnEarlierReleaseDeployedIsNeverJudgedAgain() {
        String id = earlier.deploy(SampleModel.waitingInEach(
                "SomethingOld", "eventType=Else", "eventWaitLimit=soon", "eventUnmatched=?", "eventVariables==,="));

        assertThat(left.bindingsOf(id).catching("SomethingOld"))
                .extracting(EventBinding::elementId)
                .containsExactly("Wait");
        assertThat(left.<Boolean>command(context -> left.bindings.isCaught(context, "SomethingOld")))
                .isTrue();
    }

    @Test
    void aRefusedDeploymentLeavesNothingAndTellsEverythingAtOnce() {
        ParseException refusal = catchThrowableOfType(ParseException.class, () -> left.engine
                .getRepositoryService()
                .createDeployment()
                .addString("a.bpmn", SampleModel.waiting("OrderComplete", "eventWaitLimit=soon"))
                .addString("b.bpmn", SampleModel.starting("b", "QuoteAccepted"))
                .addString("c.bpmn", SampleModel.starting("c", "OrderRejected"))
                .tenantId("tenant_a")
                .deploy());

        assertThat(refusal.getResorceReports())
                .extracting(ResourceReport::getResourceName)
                .containsExactly("a.bpmn", "b.bpmn", "c.bpmn");
        assertThat(refusal.getResorceReports())
                .extracting(file ->
                        file.getErrors().stream().map(Problem::getMainElementId).toList())
                .containsExactly(List.of("Wait", "Wait", "sample"), List.of("Start", "b"), List.of("c"));
        assertThat(refusal)
                .hasMessageContaining("* a.bpmn: Wait waits for OrderComplete, which is not in the catalogue")
                .hasMessageContaining(
                        "* c.bpmn: c is deployed for tenant tenant_a alone, where no event would find it");
        assertThat(left.engine.getRepositoryService().createDeploymentQuery().count())
                .isZero();
    }

    @Test
    void anEventStartsOneProcessOnlyWhateverTheirVersions() {
        left.deploy(SampleModel.starting("one", "OrderRejected"));
        left.deploy(SampleModel.starting("one", "OrderRejected"));

        ParseException refusal = catchThrowableOfType(
                ParseException.class, () -> right.deploy(SampleModel.starting("two", "OrderRejected")));
        assertThat(refusal).hasMessageContaining("Start starts on OrderRejected, which already starts process one");

        left.deploy(SampleModel.starting("one", "OrderCaptured"));
        right.deploy(SampleModel.starting("two", "OrderRejected"));
    }

    @Test
    void aDeploymentIsSeenAtOnceHereAndWithinASecondElsewhere() {
        assertThat(startedBy("OrderRejected", left)).isEmpty();
        assertThat(startedBy("OrderRejected", right)).isEmpty();

        left.deploy(SampleModel.starting("rejected", "OrderRejected"));

        StartProcess start = new StartProcess("rejected", "OrderRejected");
        assertThat(startedBy("OrderRejected", left)).contains(start);
        right.nanos.addAndGet(1_000_000_001L);
        assertThat(startedBy("OrderRejected", right)).contains(start);
        assertThat(right.<Boolean>command(context -> right.bindings.isCaught(context, "OrderRejected")))
                .as("starting is not waiting")
                .isFalse();
    }

    @Test
    void aCommandIsToldTheSameUntilItsEnd() {
        List<Optional<StartProcess>> told = right.command(context -> {
            Optional<StartProcess> before = right.bindings.startingOn(context, "OrderRejected");
            left.deploy(SampleModel.starting("rejected", "OrderRejected"));
            right.nanos.addAndGet(1_000_000_001L);
            return List.of(before, right.bindings.startingOn(context, "OrderRejected"));
        });

        assertThat(told).containsExactly(Optional.empty(), Optional.empty());
        assertThat(startedBy("OrderRejected", right)).isPresent();
    }

    @Test
    void theNewestVersionCounts() {
        left.deploy(SampleModel.waiting("OrderCompleted"));
        left.deploy(SampleModel.waiting("OrderRejected"));

        assertThat(left.<Boolean>command(context -> left.bindings.isCaught(context, "OrderCompleted")))
                .isFalse();
        assertThat(left.<Boolean>command(context -> left.bindings.isCaught(context, "OrderRejected")))
                .isTrue();
    }

    private static Optional<StartProcess> startedBy(String eventType, BoundEngine node) {
        return node.command(context -> node.bindings.startingOn(context, eventType));
    }

    private static String read(String resource) throws IOException {
        try (InputStream in = EventBindingIT.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package io.orderflow.messagecorrelation.camunda;

import static io.orderflow.messagecorrelation.camunda.Parcels.TENANT;
import static io.orderflow.messagecorrelation.camunda.Parcels.arrived;
import static io.orderflow.messagecorrelation.camunda.Parcels.posted;
import static io.orderflow.messagecorrelation.camunda.Parcels.recalled;
import static io.orderflow.messagecorrelation.camunda.Parcels.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.messagecorrelation.CorrelationOutcome;
import io.orderflow.messagecorrelation.CorrelationOutcome.AlreadyStarted;
import io.orderflow.messagecorrelation.CorrelationOutcome.Ambiguous;
import io.orderflow.messagecorrelation.CorrelationOutcome.Correlated;
import io.orderflow.messagecorrelation.CorrelationOutcome.Finished;
import io.orderflow.messagecorrelation.CorrelationOutcome.NotWaiting;
import io.orderflow.messagecorrelation.CorrelationOutcome.Started;
import io.orderflow.messagecorrelation.CorrelationOutcome.Suspended;
import io.orderflow.messagecorrelation.CorrelationOutcome.UnknownInstance;
import io.orderflow.messagecorrelation.CorrelationRequest;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class CamundaMessageCorrelatorIT {

    private static Node node;

    private final String parcel = "parcel_" + UUID.randomUUID();

    @BeforeAll
    static void startNode() {
        node = new Node(TestPostgres.newDatabase());
    }

    @AfterAll
    static void stopNode() {
        node.close();
    }

    @AfterEach
    void resetDelegate() {
        node.label = execution -> {};
    }

    @Test
    void startsAnInstanceOfTheTenantUnderItsBusinessKey() {
        CorrelationRequest request = CorrelationRequest.start(
                TENANT,
                parcel,
                "parcel",
                "Posted",
                Map.of("pieces", posted(parcel, 2).variables().get("pieces"), "sender", "alice"));

        CorrelationOutcome outcome = node.correlate(request).get(0);

        ProcessInstance instance = instance(parcel);
        assertThat(outcome).isEqualTo(new Started(instance.getId(), "parcel", 1));
        assertThat(instance.getTenantId()).isEqualTo(TENANT);
        assertThat(node.engine.getRuntimeService().getVariables(instance.getId()))
                .containsOnly(Map.entry("sender", "alice"));
        assertThat(ledgerInstance(parcel)).isEqualTo(instance.getId());
    }

    @Test
    void startsOnceHoweverOftenItIsAsked() {
        List<CorrelationOutcome> sameBatch = node.correlate(posted(parcel, 1), posted(parcel, 1));
        List<CorrelationOutcome> later = node.correlate(posted(parcel, 1));

        String id = instance(parcel).getId();
        assertThat(sameBatch).containsExactly(new Started(id, "parcel", 1), new AlreadyStarted(id));
        assertThat(later).containsExactly(new AlreadyStarted(id));
    }

    @Test
    void doesNotStartAgainAfterTheInstanceHasEnded() {
        node.correlate(posted(parcel, 1), recalled(parcel));

        assertThat(node.correlate(posted(parcel, 1))).containsExactly(new AlreadyStarted(ledgerInstance(parcel)));
        assertThat(runningInstances(parcel)).isZero();
    }

    @Test
    void tenantsDoNotShareBusinessKeys() {
        node.correlate(posted("tenant_a", parcel, 1), posted("tenant_b", parcel, 1));

        assertThat(node.engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(parcel)
                        .list())
                .extracting(ProcessInstance::getTenantId)
                .containsExactlyInAnyOrder("tenant_a", "tenant_b");
        assertThat(node.correlate(CorrelationRequest.continueAt("tenant_c", parcel, "Recalled")))
                .containsExactly(new UnknownInstance());
    }

    @Test
    void aWholeLifeFitsIntoOneBatch() {
        List<CorrelationOutcome> outcomes = node.correlate(
                posted(parcel, 2), arrived(parcel, 2), arrived(parcel, 1), signed(parcel), signed(parcel));

        String id = ledgerInstance(parcel);
        assertThat(outcomes)
                .containsExactly(
                        new Started(id, "parcel", 1),
                        new Correlated(id, "AwaitArrival"),
                        new Correlated(id, "AwaitArrival"),
                        new Correlated(id, "AwaitSignature"),
                        new Finished(id));
        assertThat(endOf(id)).isEqualTo("Delivered");
    }

    @Test
    void aStartAndItsRecallFitIntoOneBatch() {
        List<CorrelationOutcome> outcomes = node.correlate(posted(parcel, 3), recalled(parcel), arrived(parcel, 1));

        String id = ledgerInstance(parcel);
        assertThat(outcomes)
                .containsExactly(new Started(id, "parcel", 1), new Correlated(id, "Recalled"), new Finished(id));
        assertThat(endOf(id)).isEqualTo("Returned");
    }

    @Test
    void theNextRequestSeesWhatTheOneBeforeItHasChanged() {
        node.correlate(posted(parcel, 2));
        node.correlate(arrived(parcel, 1));
        String id = instance(parcel).getId();

        assertThat(node.correlate(signed(parcel), arrived(parcel, 1), arrived(parcel, 2), signed(parcel)))
                .containsExactly(
                        new Finished(id),
                        new Finished(id),
                        new Correlated(id, "AwaitArrival"),
                        new Correlated(id, "AwaitSignature"));
        assertThat(endOf(id)).isEqualTo("Delivered");
    }

    @Test
    void anEarlyRequestIsOfferedAgainAfterTheOthers() {
        node.correlate(posted(parcel, 1));
        String id = instance(parcel).getId();

        assertThat(node.correlate(signed(parcel), arrived(parcel, 1)))
                .containsExactly(new Correlated(id, "AwaitSignature"), new Correlated(id, "AwaitArrival"));
        assertThat(endOf(id)).isEqualTo("Delivered");
    }

    @Test
    void batchesMixInstances() {
        String other = "parcel_" + UUID.randomUUID();
        node.correlate(posted(parcel, 1));
        String id = instance(parcel).getId();

        List<CorrelationOutcome> outcomes = node.correlate(
                posted(other, 1),
                arrived(parcel, 1),
                arrived(other, 1),
                signed(parcel),
                posted(parcel, 1),
                recalled(other),
                signed("parcel_unheard_of"));

        String otherId = ledgerInstance(other);
        assertThat(outcomes)
                .containsExactly(
                        new Started(otherId, "parcel", 1),
                        new Correlated(id, "AwaitArrival"),
                        new Correlated(otherId, "AwaitArrival"),
                        new Correlated(id, "AwaitSignature"),
                        new AlreadyStarted(id),
                        new Correlated(otherId, "Recalled"),
                        new UnknownInstance());
        assertThat(endOf(id)).isEqualTo("Delivered");
        assertThat(endOf(otherId)).isEqualTo("Returned");
    }

    @Test
    void aMessageOfAnEndedInstanceIsFinished() {
        node.correlate(posted(parcel, 1), recalled(parcel));
        String id = ledgerInstance(parcel);

        assertThat(node.correlate(arrived(parcel, 1), recalled(parcel)))
                .containsExactly(new Finished(id), new Finished(id));
    }

    @Test
    void aWaitNeverFallsThroughToAMessageStart() {
        assertThat(node.correlate(CorrelationRequest.continueAt(TENANT, parcel, "Posted")))
                .containsExactly(new UnknownInstance());
        node.correlate(posted(parcel, 1));
        String id = instance(parcel).getId();
        assertThat(node.correlate(CorrelationRequest.continueAt(TENANT, parcel, "Posted")))
                .containsExactly(NotWaiting.byDefault(id));
        assertThat(runningInstances(parcel)).isEqualTo(1);
    }

    @Test
    void severalPlacesAreAmbiguousAndNoneIsContinued() {
        node.correlate(CorrelationRequest.start(TENANT, parcel, "twins", "TwinsPosted", Map.of()));
        String id = instance(parcel).getId();

        assertThat(node.correlate(signed(parcel))).containsExactly(new Ambiguous(id, 2));
        assertThat(node.engine.getRuntimeService().getActiveActivityIds(id)).containsExactlyInAnyOrder("One", "Other");
    }

    @Test
    void aSuspendedInstanceIsNamedAsSuch() {
        node.correlate(posted(parcel, 1));
        String id = instance(parcel).getId();
        node.engine.getRuntimeService().suspendProcessInstanceById(id);

        assertThat(node.correlate(arrived(parcel, 1))).containsExactly(new Suspended(id));
        node.engine.getRuntimeService().activateProcessInstanceById(id);
        assertThat(node.correlate(arrived(parcel, 1))).containsExactly(new Correlated(id, "AwaitArrival"));
    }

    @Test
    void aSuspendedDefinitionStartsNothingAndTheNextTryDoes() {
        node.engine.getRepositoryService().suspendProcessDefinitionByKey("parcel");
        try {
            assertThat(node.correlate(posted(parcel, 1), arrived(parcel, 1)))
                    .containsExactly(new Suspended("process parcel version 1"), new UnknownInstance());
        } finally {
            node.engine.getRepositoryService().activateProcessDefinitionByKey("parcel");
        }
        assertThat(node.correlate(posted(parcel, 1))).singleElement().isInstanceOf(Started.class);
    }

    @Test
    void aFailingStepTakesTheWholeBatchBack() {
        String other = "parcel_" + UUID.randomUUID();
        node.label = execution -> {
            if (execution.getProcessBusinessKey().equals(other)) {
                throw new IllegalArgumentException("no label for " + other);
            }
        };

        assertThatThrownBy(() -> node.correlate(posted(parcel, 1), posted(other, 1)))
                .hasStackTraceContaining("no label for " + other);

        assertThat(runningInstances(parcel)).isZero();
        node.label = execution -> {};
        assertThat(node.correlate(posted(parcel, 1), posted(other, 1)))
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Started.class));
    }

    @Test
    void joinsTheTransactionOfTheCaller() {
        new TransactionTemplate(node.transactions).executeWithoutResult(transaction -> {
            assertThat(node.correlate(posted(parcel, 1))).singleElement().isInstanceOf(Started.class);
            transaction.setRollbackOnly();
        });

        assertThat(runningInstances(parcel)).isZero();
        assertThat(node.correlate(posted(parcel, 1))).singleElement().isInstanceOf(Started.class);
    }

    @Test
    void tellsWhoseTurnItIs() {
        List<String> seen = new ArrayList<>();
        int[] turn = {-1};
        node.label = execution -> seen.add(turn[0] + " " + execution.getVariable("piece"));

        node.correlator.correlate(
                List.of(signed("parcel_unheard_of"), posted(parcel, 2), posted(parcel + "x", 1)),
                index -> turn[0] = index);

        assertThat(seen).containsExactly("1 " + parcel + "-1", "1 " + parcel + "-2", "2 " + parcel + "x-1");
    }

    @Test
    void nothingAskedNothingDone() {
        long before = node.statements.executed();

        assertThat(node.correlate()).isEmpty();
        assertThat(node.statements.executed()).isEqualTo(before);
    }

    private static ProcessInstance instance(String businessKey) {
        return node.engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .singleResult();
    }

    private static long runningInstances(String businessKey) {
        return node.engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .count();
    }

    private static String ledgerInstance(String businessKey) {
        return node.jdbc()
                .sql("select process_instance_id from process_instance_ledger where business_key = ?")
                .param(businessKey)
                .query(String.class)
                .single();
    }

    private static String endOf(String instanceId) {
        HistoricProcessInstance history = node.engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(instanceId)
                .finished()
                .singleResult();
        return node
                .engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(history.getId())
                .activityType("noneEndEvent")
                .orderByHistoricActivityInstanceEndTime()
                .desc()
                .list()
                .stream()
                .map(end -> end.getActivityId())
                .filter(end -> !end.equals("PieceEnd"))
                .findFirst()
                .orElseThrow();
    }
}

package io.orderflow.messagecorrelation.camunda;

import static io.orderflow.messagecorrelation.camunda.Parcels.arrived;
import static io.orderflow.messagecorrelation.camunda.Parcels.posted;
import static io.orderflow.messagecorrelation.camunda.Parcels.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.messagecorrelation.CorrelationOutcome.Finished;
import io.orderflow.messagecorrelation.CorrelationOutcome.Started;
import io.orderflow.messagecorrelation.EarlyMessageFailedException;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A message that came too early finds its instance when that begins to wait, whoever makes it wait. */
class EarlyMessagesIT {

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
    void nothingIsLeftKept() {
        node.atTheEnd = execution -> {};
        node.jdbc().sql("delete from kept").update();
    }

    @Test
    void isWokenByTheMessageThatMakesTheInstanceWait() {
        node.correlate(posted(parcel, 1));
        node.kept.keep(signed(parcel));

        node.correlate(arrived(parcel, 1));

        assertDelivered();
    }

    @Test
    void isWokenByAnOrdinaryCommandOfTheEngine() {
        node.correlate(posted(parcel, 1));
        node.kept.keep(signed(parcel));
        EventSubscription wait = node.engine
                .getRuntimeService()
                .createEventSubscriptionQuery()
                .eventName("Arrived:" + parcel + "-1")
                .singleResult();

        node.engine.getRuntimeService().messageEventReceived(wait.getEventName(), wait.getExecutionId());

        assertDelivered();
    }

    @Test
    void isWokenByTheStartAndWakesTheNext() {
        node.kept.keep(signed(parcel));
        node.kept.keep(arrived(parcel, 1));

        assertThat(node.correlate(posted(parcel, 1))).singleElement().isInstanceOf(Started.class);

        assertDelivered();
    }

    @Test
    void anotherTenantsMessageStaysWhereItIs() {
        node.kept.keep(arrived(parcel, 1));

        node.correlate(posted("tenant_b", parcel, 1));

        assertThat(node.kept.count()).isOne();
    }

    @Test
    void oneThatBreaksTheProcessIsPutAsideAndTheRestGoesOn() {
        breakOnSignature();
        node.correlate(posted(parcel, 1));
        node.kept.keep(signed(parcel));

        assertThatThrownBy(() -> node.correlate(arrived(parcel, 1))).isInstanceOf(EarlyMessageFailedException.class);
        assertThat(node.correlate(arrived(parcel, 1))).hasSize(1);

        assertThat(node.kept.count()).isOne();
        assertThat(node.runningInstances()).isPositive();
    }

    @Test
    void aCommandThatMakesNobodyWaitAsksNothing() {
        node.correlate(posted(parcel, 1), arrived(parcel, 1));
        int before = node.kept.asked.get();

        node.correlate(signed(parcel));

        assertThat(node.kept.asked).hasValue(before);
    }

    @Test
    void aBatchIsAskedForOnce() {
        int before = node.kept.asked.get();

        node.correlate(posted(parcel, 2), posted(parcel + "x", 2), arrived(parcel, 1), arrived(parcel, 2));

        assertThat(node.kept.asked).hasValue(before + 1);
    }

    private void breakOnSignature() {
        node.atTheEnd = execution -> {
            if (execution.getProcessBusinessKey().equals(parcel)) {
                throw new IllegalArgumentException("unreadable signature");
            }
        };
    }

    private void assertDelivered() {
        assertThat(node.kept.count()).isZero();
        assertThat(node.correlate(signed(parcel))).singleElement().isInstanceOf(Finished.class);
    }
}

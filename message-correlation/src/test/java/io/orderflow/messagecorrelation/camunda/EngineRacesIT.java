package io.orderflow.messagecorrelation.camunda;

import static io.orderflow.messagecorrelation.camunda.Parcels.TENANT;
import static io.orderflow.messagecorrelation.camunda.Parcels.arrived;
import static io.orderflow.messagecorrelation.camunda.Parcels.posted;
import static io.orderflow.messagecorrelation.camunda.Parcels.recalled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orderflow.messagecorrelation.CorrelationRequest;
import io.orderflow.messagecorrelation.camunda.RaceCourse.Race;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever another node does between any two statements of ours, the engine's way to fail over it is known as a race. */
class EngineRacesIT {

    private static final Logger LOG = LoggerFactory.getLogger(EngineRacesIT.class);

    private static Node ours;
    private static Node theirs;
    private static RaceCourse course;

    @BeforeAll
    static void startNodes() {
        TestDatabase database = TestPostgres.newDatabase();
        ours = new Node(database);
        // They give up where they would wait for a lock of ours, as we wait for them.
        theirs = new Node(new TestDatabase(
                database.url() + (database.url().contains("?") ? "&" : "?") + "options=-c%20lock_timeout%3D200",
                database.user(),
                database.password()));
        course = new RaceCourse(ours);
        ours.engine
                .getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "timed.bpmn",
                        Bpmn.createExecutableProcess("timed")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .receiveTask("Wait")
                                .message("Go:${execution.processBusinessKey}")
                                .userTask()
                                .endEvent()
                                .moveToActivity("Wait")
                                .boundaryEvent()
                                .timerWithDuration("PT1H")
                                .userTask()
                                .endEvent()
                                .done())
                .deploy();
    }

    @AfterAll
    static void stopNodes() {
        theirs.close();
        ours.close();
    }

    @AfterEach
    void resetDelegate() {
        ours.label = execution -> {};
    }

    @Test
    void everyWayToLoseIsKnownAsARace() {
        course.run("our batch, their same message", () -> parcel(Act.ARRIVAL, Act.CORRELATION));
        course.run("our batch, their sibling", () -> parcel(Act.ARRIVAL, Act.SIBLING));
        course.run("our batch, their recall", () -> parcel(Act.ARRIVAL, Act.RECALL));
        course.run("our recall, their message", () -> parcel(Act.RECALL, Act.RECEPTION));
        course.run("our correlation, their same message", () -> parcel(Act.CORRELATION, Act.RECEPTION));
        course.run("our correlation, their recall", () -> parcel(Act.CORRELATION, Act.RECALL));
        course.run("our reception, their same message", () -> parcel(Act.RECEPTION, Act.CORRELATION));
        course.run("our reception, their sibling", () -> parcel(Act.RECEPTION, Act.SIBLING));
        course.run("our reception, their recall", () -> parcel(Act.RECEPTION, Act.RECALL));
        course.run("our message, their timer", () -> timed(Act.CORRELATION, Act.TIMER));
        course.run("our timer, their message", () -> timed(Act.TIMER, Act.CORRELATION));

        LOG.info("provoked: {}", course.failures());
        assertThat(course.unknown()).as("races that would pass for mistakes").isEmpty();
        assertThat(course.failures().keySet())
                .as("kinds of races")
                .anyMatch(failure -> failure.startsWith("OptimisticLockingException"))
                .anyMatch(failure -> failure.equals("NullPointerException in createMessageCorrelationResult"))
                .anyMatch(failure -> failure.equals("NullPointerException in ensureExecutionTreeInitialized"))
                .anyMatch(failure -> failure.endsWith("does not have a subscription"))
                .anyMatch(failure -> failure.endsWith("foreign key"));
    }

    @Test
    void aMistakeInADelegateStaysAMistake() {
        ours.label = execution -> {
            throw new NullPointerException("no label");
        };

        Throwable failure = catchThrowable(() -> ours.correlate(posted("parcel_" + UUID.randomUUID(), 1)));

        assertThat(failure).isInstanceOf(NullPointerException.class).hasMessage("no label");
    }

    @Test
    void aMissingVariableStaysMissing() {
        CorrelationRequest nothingInside = CorrelationRequest.start(
                TENANT, "parcel_" + UUID.randomUUID(), "parcel", "Posted", Map.of("sender", "alice"));

        Throwable failure = catchThrowable(() -> ours.correlate(nothingInside));

        assertThat(failure).isInstanceOf(ProcessEngineException.class).hasMessageContaining("pieces");
    }

    private static Race parcel(Act act, Act other) {
        String parcel = "parcel_" + UUID.randomUUID();
        ours.correlate(posted(parcel, 2));
        Place place = place(parcel, "Arrived:" + parcel + "-1");
        return new Race(() -> act.perform(ours, place), () -> other.perform(theirs, place));
    }

    private static Race timed(Act act, Act other) {
        String key = "timed_" + UUID.randomUUID();
        ours.engine.getRuntimeService().startProcessInstanceByKey("timed", key);
        Place place = place(key, "Go:" + key);
        return new Race(() -> act.perform(ours, place), () -> other.perform(theirs, place));
    }

    private static Place place(String key, String message) {
        var wait = ours.engine
                .getRuntimeService()
                .createEventSubscriptionQuery()
                .eventName(message)
                .singleResult();
        var timer = ours.engine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(wait.getProcessInstanceId())
                .singleResult();
        return new Place(key, message, wait.getExecutionId(), timer == null ? "" : timer.getId());
    }

    /** Where an instance waits: for a message, and sometimes for a timer. */
    private record Place(String key, String message, String execution, String timer) {}

    private enum Act {
        ARRIVAL {
            @Override
            void perform(Node node, Place place) {
                node.correlate(arrived(place.key(), 1));
            }
        },
        SIBLING {
            @Override
            void perform(Node node, Place place) {
                node.correlate(arrived(place.key(), 2));
            }
        },
        RECALL {
            @Override
            void perform(Node node, Place place) {
                node.correlate(recalled(place.key()));
            }
        },
        CORRELATION {
            @Override
            void perform(Node node, Place place) {
                node.engine.getRuntimeService().correlateMessage(place.message());
            }
        },
        RECEPTION {
            @Override
            void perform(Node node, Place place) {
                node.engine.getRuntimeService().messageEventReceived(place.message(), place.execution());
            }
        },
        TIMER {
            @Override
            void perform(Node node, Place place) {
                node.engine.getManagementService().executeJob(place.timer());
            }
        };

        abstract void perform(Node node, Place place);
    }
}

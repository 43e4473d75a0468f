package io.orderflow.cli.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.cli.records.SeenRecord;
import java.util.List;

/** What stories wait for. */
final class Waits {

    private final Stage stage;
    private final String orderId;

    Waits(Stage stage, String orderId) {
        this.stage = stage;
        this.orderId = orderId;
    }

    void untilOrderIs(String status) throws InterruptedException {
        stage.narrator()
                .await("the order is " + status, () -> stage.orders().order(orderId), order -> order.path("status")
                        .asText()
                        .equals(status));
    }

    /** @param number from 1 */
    void untilLineIs(int number, String status) throws InterruptedException {
        stage.narrator()
                .await(
                        "line %d is %s".formatted(number, status),
                        () -> stage.orders().order(orderId),
                        order -> Snapshot.lineOf(order, number).equals(status));
    }

    /** Waits for an event of the order, and returns the first of its kind. */
    SeenRecord untilSaid(String type, String byWhom) throws InterruptedException {
        return untilSaid(1, type, byWhom).get(0);
    }

    List<SeenRecord> untilSaid(int times, String type, String byWhom) throws InterruptedException {
        String often = times == 1 ? "" : " %d times".formatted(times);
        return stage.narrator()
                .await(
                        "%s says %s%s".formatted(byWhom, type, often),
                        () -> stage.records(orderId, type),
                        records -> records.size() >= times);
    }

    /** The process has come to its end. */
    void untilProcessHasEnded() throws InterruptedException {
        untilSaid("OrchestrationFinished", "the process");
    }

    /** @param field of the provider's log */
    JsonNode untilProviderNotes(String field, String what) throws InterruptedException {
        return stage.narrator()
                .await(
                        what,
                        () -> stage.world().requests(orderId),
                        requests -> requests.size() == 1 && requests.get(0).hasNonNull(field))
                .get(0);
    }
}

package io.orderflow.cli.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.cli.records.SeenRecord;
import io.orderflow.cli.records.Topics;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * An order at one moment, from every side.
 *
 * @param history its rows, oldest first
 * @param requests the provider's log
 * @param records its events on all topics, oldest first
 */
record Snapshot(
        JsonNode order,
        JsonNode history,
        List<JsonNode> requests,
        List<JsonNode> approvals,
        List<JsonNode> notifications,
        List<SeenRecord> records,
        InboxOutcomes inboxes) {

    String status() {
        return order.path("status").asText();
    }

    long version() {
        return order.path("version").asLong();
    }

    /** @param number from 1 */
    String line(int number) {
        return lineOf(order, number);
    }

    static String lineOf(JsonNode order, int number) {
        return order.path("lines").path(number - 1).path("status").asText();
    }

    static String lineId(JsonNode order, int number) {
        return order.path("lines").path(number - 1).path("id").asText();
    }

    /** "line 1" for the id of the first line; of anything else just the id. */
    String lineName(String lineId) {
        for (int number = 1; number <= order.path("lines").size(); number++) {
            if (lineId(order, number).equals(lineId)) {
                return "line " + number;
            }
        }
        return lineId;
    }

    List<String> lines() {
        return StreamSupport.stream(order.path("lines").spliterator(), false)
                .map(line -> line.path("status").asText())
                .toList();
    }

    long records(String type) {
        return records.stream().filter(each -> each.type().equals(type)).count();
    }

    /** Of one line. */
    long records(String type, int number) {
        return records.stream()
                .filter(each -> each.type().equals(type))
                .filter(each -> each.text("orderLineId").equals(lineId(order, number)))
                .count();
    }

    /** How often the history has the line arrive in a status. */
    long arrivals(int number, String status) {
        return StreamSupport.stream(history.spliterator(), false)
                .filter(row -> row.path("lineId").asText().equals(lineId(order, number)))
                .filter(row -> row.path("to").asText().equals(status))
                .count();
    }

    /** Whether history and events count the same steps, without a gap. */
    boolean isGapless() {
        List<Long> published = records.stream()
                .filter(each -> each.topic().equals(Topics.ORDERS))
                .sorted(Comparator.comparingLong(SeenRecord::offset))
                .map(SeenRecord::version)
                .toList();
        for (int i = 0; i < published.size(); i++) {
            if (published.get(i) != i + 1) {
                return false;
            }
        }
        return published.size() == version() && history.size() == version();
    }
}

package io.orderflow.orderservice.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.kafkaadapters.envelope.EventOrigin;
import io.orderflow.orderservice.Http;
import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.ProgressResult;
import io.orderflow.orderservice.order.ProviderAnswer;
import io.orderflow.orderservice.order.usecase.Cause;
import io.orderflow.orderservice.order.usecase.RecordProgress;
import io.orderflow.orderservice.order.usecase.ReportedProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Orders that have come some way, as their process and their provider would have brought them there. */
public final class OrdersInProgress {

    private static final Cause CAUSE = new Cause(new EventOrigin("corr_test", null, null, Map.of()), "test");

    private OrdersInProgress() {}

    /** The id of an order whose lines are independent and all requested. */
    public static String requested(OrderServiceNode node, int lines) {
        Http.Response captured = node.http().capture(OrderBodies.order(OrderBodies.lines(lines)));
        assertThat(captured.status()).isEqualTo(201);
        String id = captured.body().get("id").asText();
        OrderKey key = new OrderKey(OrderServiceNode.TENANT, id);
        List<ReportedProgress> reports = new ArrayList<>();
        reports.add(new ReportedProgress.ProcessStarted(key, "p-1", CAUSE));
        for (int line = 1; line <= lines; line++) {
            reports.add(new ReportedProgress.LineReleased(key, id + "-" + line, "p-1", CAUSE));
        }
        report(node, reports);
        return id;
    }

    /** The id of an order whose lines all failed. */
    public static String failed(OrderServiceNode node, int lines) {
        String id = requested(node, lines);
        List<ReportedProgress> reports = new ArrayList<>();
        for (int line = 1; line <= lines; line++) {
            String lineId = id + "-" + line;
            reports.add(answered(
                    id, new ProviderAnswer.Failure(lineId, 1, lineId + ":1", "no_stock", "None left", true, null)));
        }
        report(node, reports);
        return id;
    }

    /** The id of an order that is completed. */
    public static String completed(OrderServiceNode node, int lines) {
        String id = requested(node, lines);
        List<ReportedProgress> reports = new ArrayList<>();
        for (int line = 1; line <= lines; line++) {
            String lineId = id + "-" + line;
            reports.add(answered(id, new ProviderAnswer.Completion(lineId, 1, lineId + ":1", "ref-" + line)));
        }
        report(node, reports);
        return id;
    }

    /** What the provider answers to the last request for a line is told to the order. */
    public static void answer(OrderServiceNode node, String orderId, ProviderAnswer answer) {
        report(node, List.of(answered(orderId, answer)));
    }

    /** The line as the API shows it. */
    public static JsonNode line(Http http, String orderId, int line) {
        return http.get("/orders/" + orderId).body().at("/lines/%d".formatted(line - 1));
    }

    /** The process has the cancelled line taken back. */
    public static void releaseReversal(OrderServiceNode node, String orderId, int line) {
        OrderKey key = new OrderKey(OrderServiceNode.TENANT, orderId);
        report(node, List.of(new ReportedProgress.ReversalReleased(key, orderId + "-" + line, 1, CAUSE)));
    }

    private static ReportedProgress answered(String orderId, ProviderAnswer answer) {
        return new ReportedProgress.ProviderAnswered(new OrderKey(OrderServiceNode.TENANT, orderId), answer, CAUSE);
    }

    private static void report(OrderServiceNode node, List<ReportedProgress> reports) {
        assertThat(node.bean(RecordProgress.class).record(reports)).containsOnly(ProgressResult.APPLIED);
    }
}

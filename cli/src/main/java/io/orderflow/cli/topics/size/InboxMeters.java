package io.orderflow.cli.topics.size;

import io.orderflow.cli.stack.Refusal;
import io.orderflow.cli.stack.Stack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The inbox meters of the running services, as they show them to Prometheus. */
final class InboxMeters {

    private static final String PATH = "/actuator/prometheus";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Pattern SAMPLE = Pattern.compile(
            "^(orderflow_inbox_batch_seconds_sum|orderflow_inbox_batch_size_sum|orderflow_inbox_batch_size_count)"
                    + "\\{(?:[^}]*,)?consumer=\"([^\"]+)\"[^}]*\\} (\\S+)",
            Pattern.MULTILINE);

    private InboxMeters() {}

    /** By consumer group, summed over all services; groups that have received nothing are missing. */
    static Map<String, Measured> of(Stack stack) throws InterruptedException {
        Map<String, Measured> all = new TreeMap<>();
        HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
        for (URI service : List.of(stack.orders(), stack.cockpit(), stack.mock())) {
            URI uri = service.resolve(PATH);
            try {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(uri).timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString());
                read(answer.body()).forEach((group, measured) -> all.merge(group, measured, Measured::plus));
            } catch (IOException e) {
                throw new Refusal("no meters from " + uri + ". Next: ./orderflow status, or give --ms-per-event");
            }
        }
        return all;
    }

    /** As {@link #of}, of what happens from now on for some time. */
    static Map<String, Measured> during(Duration time, Stack stack) throws InterruptedException {
        Map<String, Measured> before = of(stack);
        Thread.sleep(time.toMillis());
        Map<String, Measured> during = new TreeMap<>();
        of(stack)
                .forEach((group, now) ->
                        during.put(group, now.since(before.getOrDefault(group, new Measured(0, 0, 0)))));
        during.values().removeIf(measured -> measured.events() == 0);
        return during;
    }

    /** From the text format of Prometheus. */
    static Map<String, Measured> read(String text) {
        Map<String, Measured> all = new TreeMap<>();
        Matcher samples = SAMPLE.matcher(text);
        while (samples.find()) {
            double value = Double.parseDouble(samples.group(3));
            Measured sample =
                    switch (samples.group(1)) {
                        case "orderflow_inbox_batch_seconds_sum" -> new Measured(value, 0, 0);
                        case "orderflow_inbox_batch_size_sum" -> new Measured(0, value, 0);
                        default -> new Measured(0, 0, value);
                    };
            all.merge(samples.group(2), sample, Measured::plus);
        }
        all.values().removeIf(measured -> measured.events() == 0);
        return all;
    }
}

package io.orderflow.cli.scenario;

import io.orderflow.cli.stack.Refusal;
import io.orderflow.cli.stack.Stack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the inboxes have made of records so far, as the services count it: consumer and outcome, and how often. */
record InboxOutcomes(Map<String, Long> counts) {

    static final String FULFILLMENT = "order-service.fulfillment-integration.consumer";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Pattern SAMPLE =
            Pattern.compile("^orderflow_inbox_(events|duplicates)_total\\{([^}]*)\\} (\\S+)", Pattern.MULTILINE);
    private static final Pattern CONSUMER = Pattern.compile("consumer=\"([^\"]+)\"");
    private static final Pattern OUTCOME = Pattern.compile("outcome=\"([^\"]+)\"");

    static InboxOutcomes of(Stack stack) throws InterruptedException {
        Map<String, Long> counts = new TreeMap<>();
        HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
        for (URI service : stack.services()) {
            URI uri = service.resolve("/actuator/prometheus");
            try {
                read(client.send(HttpRequest.newBuilder(uri).timeout(TIMEOUT).build(), BodyHandlers.ofString())
                                .body())
                        .counts()
                        .forEach((name, count) -> counts.merge(name, count, Long::sum));
            } catch (IOException e) {
                throw new Refusal("no meters from " + uri + ". Next: ./orderflow status");
            }
        }
        return new InboxOutcomes(counts);
    }

    /** From the text format of Prometheus. */
    static InboxOutcomes read(String text) {
        Map<String, Long> counts = new TreeMap<>();
        Matcher samples = SAMPLE.matcher(text);
        while (samples.find()) {
            Matcher consumer = CONSUMER.matcher(samples.group(2));
            Matcher outcome = OUTCOME.matcher(samples.group(2));
            if (consumer.find()) {
                String word =
                        samples.group(1).equals("duplicates") ? "DUPLICATE" : outcome.find() ? outcome.group(1) : "";
                counts.merge(consumer.group(1) + " " + word, (long) Double.parseDouble(samples.group(3)), Long::sum);
            }
        }
        return new InboxOutcomes(counts);
    }

    long of(String consumer, String outcome) {
        return counts.getOrDefault(consumer + " " + outcome, 0L);
    }

    /** What has been added since; nothing else. */
    InboxOutcomes since(InboxOutcomes before) {
        Map<String, Long> more = new TreeMap<>();
        counts.forEach((name, count) -> {
            long added = count - before.counts().getOrDefault(name, 0L);
            if (added != 0) {
                more.put(name, added);
            }
        });
        return new InboxOutcomes(more);
    }
}

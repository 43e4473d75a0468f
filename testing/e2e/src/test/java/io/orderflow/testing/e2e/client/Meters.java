package io.orderflow.testing.e2e.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** What a service shows to Prometheus. */
public record Meters(List<String> lines) {

    public static Meters of(String url) {
        try {
            return new Meters(HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(url + "/actuator/prometheus"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body()
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * The sum over all series of a meter that have these tags; empty if there is none.
     *
     * @param tags as Prometheus writes them: {@code name="value"}
     */
    public OptionalDouble sum(String name, String... tags) {
        List<String> series = lines.stream()
                .filter(line -> line.startsWith(name + "{"))
                .filter(line -> Arrays.stream(tags).allMatch(line::contains))
                .toList();
        return series.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(series.stream()
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        .sum());
    }
}

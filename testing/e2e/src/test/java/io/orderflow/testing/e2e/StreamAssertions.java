package io.orderflow.testing.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.testing.e2e.kafka.PublishedEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** What holds for the records of every aggregate on every lifecycle topic. */
final class StreamAssertions {

    private static final List<String> ALWAYS_THERE =
            List.of("eventId", "eventType", "eventVersion", "correlationId", "tenantId", "schemaRef", "producer");

    private StreamAssertions() {}

    /** One record per version, versions 1 to n in the order of the records, all on one partition under one key. */
    static void assertGapless(List<PublishedEvent> stream) {
        assertThat(stream).isNotEmpty();
        assertThat(stream)
                .extracting(PublishedEvent::version)
                .as("%s", stream)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, stream.size()).boxed().toList());
        assertThat(stream).extracting(PublishedEvent::eventId).doesNotHaveDuplicates();
        assertThat(stream)
                .extracting(event -> event.source().partition())
                .containsOnly(stream.get(0).source().partition());
        assertThat(stream).allSatisfy(event -> assertThat(event.source().key()).isEqualTo(event.aggregateId()));
    }

    static void assertHeadersAgree(PublishedEvent event) {
        Map<String, String> headers = event.headers();
        assertThat(headers).containsKeys(ALWAYS_THERE.toArray(String[]::new));
        headers.forEach((name, text) -> {
            if (name.equals("traceparent")) {
                assertThat(text).contains(event.envelope().path("traceId").asText());
            } else {
                assertThat(text).as(name).isEqualTo(event.envelope().path(name).asText());
            }
        });
    }
}

package io.orderflow.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicsTest {

    private static final Set<String> VISIBILITIES = Set.of("public", "private", "integration", "operational");

    static List<JsonNode> topics() {
        return Catalogue.topics();
    }

    static List<JsonNode> families() {
        JsonNode families = Catalogue.topicsFile().path("families");
        return List.of(families.path("retry"), families.path("deadLetter"));
    }

    static Stream<JsonNode> topicsAndFamilies() {
        return Stream.concat(topics().stream(), families().stream());
    }

    @Test
    void namesAreUniqueAndVersioned() {
        assertThat(topics())
                .extracting(topic -> topic.path("name").asText())
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(\\.[a-z-]+)+\\.v[1-9][0-9]*"));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aTopicIsDescribed(JsonNode topic) {
        assertThat(List.of("name", "owner", "description", "visibility", "dataClassification", "key"))
                .allSatisfy(field ->
                        assertThat(topic.path(field).asText()).as(field).isNotBlank());
        assertThat(Sensitivity.of(topic)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("topicsAndFamilies")
    void everyEnvironmentIsSized(JsonNode topic) {
        assertThat(VISIBILITIES).contains(topic.path("visibility").asText());
        assertThat(topic.path("lifecycle").isBoolean()).isTrue();
        assertThat(List.of("local", "production")).allSatisfy(environment -> {
            JsonNode size = topic.path(environment);
            assertThat(size.path("partitions").asInt()).isPositive();
            assertThat(size.path("minInSyncReplicas").asInt()).isPositive();
            assertThat(size.path("replicationFactor").asInt())
                    .isGreaterThanOrEqualTo(size.path("minInSyncReplicas").asInt());
            assertThat(size.path("retentionMs").asLong()).isNotZero().isGreaterThanOrEqualTo(-1);
        });
        assertThat(topic.at("/production/replicationFactor").asInt())
                .as("production survives the loss of a broker without losing writes")
                .isGreaterThan(topic.at("/production/minInSyncReplicas").asInt());
    }

    @ParameterizedTest
    @MethodSource("topicsAndFamilies")
    void aLifecycleIsNeverCompacted(JsonNode topic) {
        String policy = topic.path("cleanupPolicy").asText();
        assertThat(policy).isIn("delete", "compact", "compact,delete");
        if (topic.path("lifecycle").asBoolean()) {
            assertThat(policy).as(topic.path("name").asText()).isEqualTo("delete");
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyLifecycleCanFailSafely(JsonNode topic) {
        if (topic.path("lifecycle").asBoolean()) {
            assertThat(topic.path("retryFamily").asBoolean()).isTrue();
            assertThat(topic.path("retryOwner").asText()).isNotBlank();
            assertThat(topic.path("deadLetter").asBoolean()).isTrue();
        }
    }

    @Test
    void retriesWaitLongerAndLonger() {
        assertThat(Catalogue.topicsFile().at("/families/retry/delays"))
                .extracting(JsonNode::asText)
                .containsExactly("1m", "15m", "1h");
    }
}

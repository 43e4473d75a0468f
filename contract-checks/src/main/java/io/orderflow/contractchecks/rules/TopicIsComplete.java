package io.orderflow.contractchecks.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Topic;
import io.orderflow.contractchecks.catalogue.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A topic has an owner, a purpose and sizes for every environment that survive the loss of a broker in production. */
final class TopicIsComplete implements Rule {

    private static final List<String> TEXTS =
            List.of("name", "owner", "description", "visibility", "dataClassification", "key");
    private static final Set<String> VISIBILITIES = Set.of("public", "private", "integration", "operational");
    private static final Pattern DELAY = Pattern.compile("([1-9][0-9]*)(s|m|h|d)");
    private static final String FIX = "Fill it in; the head of the file says what it means";

    @Override
    public String code() {
        return "topic_incomplete";
    }

    @Override
    public Stream<Finding> check(Catalogue catalogue) {
        Topics topics = catalogue.topics();
        Stream<Finding> described = topics.all().stream().flatMap(topic -> described(topics, topic));
        Stream<Finding> sized = topics.all().stream().flatMap(topic -> sized(topics, topic, "/topics/" + topic.name()));
        Stream<Finding> families = Stream.of(
                        Map.entry("/families/retry", topics.retryFamily()),
                        Map.entry("/families/deadLetter", topics.deadLetterFamily()))
                .filter(family -> !family.getValue().content().isMissingNode())
                .flatMap(family -> sized(topics, family.getValue(), family.getKey()));
        return Stream.of(described, sized, families, delays(topics)).flatMap(found -> found);
    }

    private Stream<Finding> described(Topics topics, Topic topic) {
        String at = "/topics/" + topic.name() + "/";
        Stream<Finding> texts = TEXTS.stream()
                .filter(field -> topic.content().path(field).asText("").isBlank())
                .map(field -> finding(topics.file(), at + field, "is missing or empty", FIX));
        Stream<Finding> consumers = topic.content().path("consumers").isArray()
                ? Stream.empty()
                : Stream.of(finding(
                        topics.file(), at + "consumers", "is no list", "List the consumer groups, or write []"));
        Stream<Finding> classification = topic.dataClassification().isPresent()
                ? Stream.empty()
                : Stream.of(
                        finding(topics.file(), at + "dataClassification", "is unknown", "Write low, medium or high"));
        return Stream.of(texts, consumers, classification).flatMap(found -> found);
    }

    private Stream<Finding> sized(Topics topics, Topic topic, String at) {
        Stream<Finding> kind = Stream.of(
                        when(!VISIBILITIES.contains(topic.visibility()), topics, at + "/visibility", "is unknown"),
                        when(
                                !topic.content().path("lifecycle").isBoolean(),
                                topics,
                                at + "/lifecycle",
                                "is neither true nor false"))
                .flatMap(found -> found);
        Stream<Finding> sizes = Stream.of("local", "production").flatMap(environment -> {
            JsonNode size = topic.sizes(environment);
            int replicas = size.path("replicationFactor").asInt();
            int inSync = size.path("minInSyncReplicas").asInt();
            String here = at + "/" + environment + "/";
            return Stream.of(
                            when(size.path("partitions").asInt() < 1, topics, here + "partitions", "is not above 0"),
                            when(inSync < 1 || inSync > replicas, topics, here + "minInSyncReplicas", "cannot be met"),
                            when(
                                    size.path("retentionMs").asLong() == 0
                                            || size.path("retentionMs").asLong() < -1,
                                    topics,
                                    here + "retentionMs",
                                    "is no time"),
                            when(
                                    environment.equals("production") && replicas <= inSync,
                                    topics,
                                    here + "replicationFactor",
                                    "stops all writes when one broker is lost"))
                    .flatMap(found -> found);
        });
        return Stream.concat(kind, sizes);
    }

    private Stream<Finding> delays(Topics topics) {
        List<Duration> delays =
                topics.retryDelays().stream().map(TopicIsComplete::delay).toList();
        boolean rising = delays.stream().noneMatch(Duration::isZero)
                && delays.equals(delays.stream().distinct().sorted().toList());
        return when(!rising, topics, "/families/retry/delays", "are no times that grow");
    }

    private static Duration delay(String text) {
        Matcher delay = DELAY.matcher(text);
        return delay.matches()
                ? Duration.parse((delay.group(2).equals("d") ? "P" : "PT") + delay.group(1) + delay.group(2))
                : Duration.ZERO;
    }

    private Stream<Finding> when(boolean wrong, Topics topics, String pointer, String message) {
        return wrong ? Stream.of(finding(topics.file(), pointer, message, FIX)) : Stream.empty();
    }
}

package io.orderflow.contractchecks.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Sensitivity;
import io.orderflow.contractchecks.catalogue.Topic;
import java.time.Duration;
import java.util.stream.Collectors;

/** What a topic is, before its events. */
final class TopicSection {

    private TopicSection() {}

    /** The section is left open for the events. */
    static String open(Topic topic, Catalogue catalogue) {
        RelatedTopics related = RelatedTopics.of(topic, catalogue.topics());
        String classification =
                topic.dataClassification().map(Sensitivity::label).orElse("");
        return """
                <section id="%s" class="topic">
                <h2>%s</h2>
                <p>%s %s %s</p>
                <dl>
                %s</dl>
                """
                .formatted(
                        Html.escape(topic.name()),
                        Html.escape(topic.name()),
                        Html.escape(topic.description() + "."),
                        Html.badge("visibility", topic.visibility()),
                        Html.badge("class-" + classification, classification + " sensitivity"),
                        Html.fact("Owner", Html.escape(topic.owner()))
                                + Html.fact("Record key", Html.code(topic.key()))
                                + Html.fact("Versions", Html.escape(versions(topic)))
                                + Html.fact("Kept", Html.escape(kept(topic.sizes("production"))))
                                + Html.fact("Partitions", Html.escape(partitions(topic)))
                                + Html.wideFact(
                                        "Consumer groups",
                                        topic.consumers().isEmpty() ? "none" : Html.codes(topic.consumers()))
                                + Html.wideFact("Carries", records(topic, catalogue))
                                + Html.wideFact("Retries", Html.codes(related.retries()))
                                + Html.wideFact(
                                        "Dead letters",
                                        related.deadLetter().map(Html::code).orElse("")));
    }

    /** What else than events. */
    private static String records(Topic topic, Catalogue catalogue) {
        return Channels.records(catalogue, topic).stream()
                .map(contract -> "<a href=\"#record-%s\">%s</a>"
                        .formatted(
                                Html.escape(contract.name()),
                                Html.escape(contract.schema().title())))
                .collect(Collectors.joining(", "));
    }

    private static String versions(Topic topic) {
        return switch (topic.content().path("versions").asText()) {
            case "gapless" -> "without gaps: consumers wait for a missing one";
            case "increasing" -> "increasing: consumers skip what is older than what they have seen";
            default -> "";
        };
    }

    private static String kept(JsonNode sizes) {
        long millis = sizes.path("retentionMs").asLong();
        return millis < 0 ? "for ever" : Duration.ofMillis(millis).toDays() + " days";
    }

    private static String partitions(Topic topic) {
        return "%d in production (%d replicas, %d in sync), %d locally"
                .formatted(
                        topic.sizes("production").path("partitions").asInt(),
                        topic.sizes("production").path("replicationFactor").asInt(),
                        topic.sizes("production").path("minInSyncReplicas").asInt(),
                        topic.sizes("local").path("partitions").asInt());
    }
}

package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Field;
import java.util.Set;
import java.util.stream.Stream;

/** Nobody asks over a topic and waits for the answer: that is what HTTP is for. */
final class EventAsRpc implements Rule {

    private static final Set<String> LAST_WORDS =
            Set.of("request", "response", "reply", "command", "query", "rpc", "call");
    private static final Set<String> REPLY_FIELDS =
            Set.of("replyto", "replytopic", "responsetopic", "responseto", "callbackurl", "callbacktopic");
    private static final String FIX = "Call the other service over HTTP, or publish what was decided as a fact";

    @Override
    public String code() {
        return "event_as_rpc";
    }

    @Override
    public Stream<Finding> check(Catalogue catalogue) {
        Stream<Finding> names = catalogue.events().stream()
                .filter(event -> LAST_WORDS.contains(Words.singular(Words.last(event.name()))))
                .map(event -> finding(event.path(), "", event.name() + " is half of a conversation", FIX));
        Stream<Finding> fields = catalogue.events().stream().flatMap(event -> event.versions().stream()
                .flatMap(version -> Field.ofPayload(version, catalogue.schemas()).stream()
                        .filter(field -> Words.contain(field.name(), REPLY_FIELDS))
                        .map(field -> finding(
                                version.schema().file(), field.pointer(), "names where an answer is to go", FIX))));
        Stream<Finding> topics = catalogue.topics().all().stream()
                .filter(topic -> !topic.visibility().equals("private"))
                .filter(topic ->
                        Words.of(topic.folder()).stream().anyMatch(word -> LAST_WORDS.contains(Words.singular(word))))
                .map(topic -> finding(
                        catalogue.topics().file(), "/topics/" + topic.name(), "is a topic for conversations", FIX));
        return Stream.of(names, fields, topics).flatMap(found -> found);
    }
}

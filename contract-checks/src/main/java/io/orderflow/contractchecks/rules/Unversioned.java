package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Versions stand in the names of schema files and topics, and no file is left over that nobody reads. */
final class Unversioned implements Rule {

    private static final Pattern READ = Pattern.compile(
            "v[1-9][0-9]{0,3}\\.schema\\.json|examples/(minimal|full)(\\.v[2-9][0-9]{0,3})?\\.json|ownership\\.yaml|CHANGELOG\\.md");
    private static final Pattern TOPIC = Pattern.compile(".+\\.v[1-9][0-9]*");

    @Override
    public String code() {
        return "unversioned";
    }

    @Override
    public Stream<Finding> check(Catalogue catalogue) {
        Stream<Finding> files = catalogue.events().stream().flatMap(event -> event.files().stream()
                .filter(name -> !READ.matcher(name).matches())
                .sorted()
                .map(name -> finding(
                        event.file(name),
                        "",
                        "is no file that anybody reads",
                        "Name schemas v<n>.schema.json and examples examples/minimal.json or examples/full.json"
                                + " (from version 2 on examples/full.v<n>.json), or delete it")));
        Stream<Finding> topics = catalogue.topics().all().stream()
                .filter(topic -> !TOPIC.matcher(topic.name()).matches())
                .map(topic -> finding(
                        catalogue.topics().file(),
                        "/topics/" + topic.name(),
                        "the topic has no version",
                        "End its name with .v1; a breaking change of all its events then has somewhere to go"));
        return Stream.concat(files, topics);
    }
}

package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The change log has a part for every version, and each says something. */
final class ChangelogNamesVersions implements EventRule {

    @Override
    public String code() {
        return "changelog_incomplete";
    }

    @Override
    public Stream<Finding> check(Event event, Catalogue catalogue) {
        if (event.changelog().isEmpty()) {
            return Stream.empty();
        }
        String file = event.file("CHANGELOG.md");
        Stream<Finding> title = event.changelog().startsWith("# " + event.name() + "\n")
                ? Stream.empty()
                : Stream.of(
                        finding(file, "", "is not headed by the event's name", "Begin with '# " + event.name() + "'"));
        Stream<Finding> versions = event.versions().stream()
                .filter(version -> !Pattern.compile("(?s).*^## v" + version.number() + "\\R+- .*", Pattern.MULTILINE)
                        .matcher(event.changelog())
                        .matches())
                .map(version -> finding(
                        file,
                        "",
                        "says nothing about version " + version.number(),
                        "Add '## v" + version.number() + "' and below it a line for each change, beginning with '- '"));
        return Stream.concat(title, versions);
    }
}

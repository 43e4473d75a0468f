package io.orderflow.contractchecks.compatibility;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines of a change log that were not there at the release. */
final class Acknowledgements {

    private final List<String> lines;

    private Acknowledgements(List<String> lines) {
        this.lines = lines;
    }

    static Acknowledgements of(String released, String current) {
        Set<String> known = released.lines().map(String::strip).collect(Collectors.toSet());
        return new Acknowledgements(current.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("- ") && !known.contains(line))
                .toList());
    }

    /** Whether one line names all of this, each as a word of its own: {@code /payload/a} is not {@code /payload/a/b}. */
    boolean name(String... words) {
        return lines.stream().anyMatch(line -> List.of(words).stream()
                .allMatch(word -> Pattern.compile("(?<![\\w/*.-])" + Pattern.quote(word) + "(?![\\w/*-]|\\.\\w)")
                        .matcher(line)
                        .find()));
    }
}

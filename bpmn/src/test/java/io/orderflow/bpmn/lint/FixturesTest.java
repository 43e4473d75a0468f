package io.orderflow.bpmn.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.bpmn.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The fixtures are shared with the same rules in JavaScript: both must find what findings.txt says, in the same words. */
class FixturesTest {

    private static final Path FIXTURES = Path.of("src/test/resources/lint");

    private final Lint lint = new Lint(KnownEvents.read(FIXTURES.resolve("catalogue.json")));

    FixturesTest() throws IOException {}

    @Test
    void everyFixtureIsFoundToBeBrokenAsFindingsSay() throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> fixtures = fixtures();
        for (Path fixture : fixtures) {
            String name = FIXTURES.relativize(fixture).toString().replace('\\', '/');
            lint.check(ModelFiles.read(fixture)).forEach(finding -> found.add(name + " | " + finding));
        }
        System.out.printf("n = %d fixtures, %d findings%n", fixtures.size(), found.size());

        assertThat(found).containsExactlyInAnyOrderElementsOf(Files.readAllLines(FIXTURES.resolve("findings.txt")));
    }

    /** The same rules are registered with bpmnlint, and each is seen to find something. */
    @Test
    void bothSidesHaveTheSameRules() throws IOException {
        try (Stream<Path> rules = Files.list(Path.of("lint/rules"))) {
            assertThat(rules.map(rule -> rule.getFileName().toString().replace(".js", "")))
                    .containsExactlyInAnyOrderElementsOf(lint.rules());
        }
        assertThat(Files.readAllLines(FIXTURES.resolve("findings.txt")).stream()
                        .map(finding -> finding.split(" \\| ")[1].replace("orderflow/", ""))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(lint.rules());
    }

    private static List<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.walk(FIXTURES)) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }
}

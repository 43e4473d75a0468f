package io.orderflow.contractchecks.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.contractchecks.Overlay;
import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.compatibility.IsCompatible;
import io.orderflow.contractchecks.compatibility.Release;
import io.orderflow.contractchecks.compatibility.ReleaseWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a file, checking ends with findings and not with an exception. */
class GarbageTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<String> GARBAGE = List.of(
            "[]",
            "{}",
            "null",
            "\"text\"",
            "{\"properties\": [1], \"required\": 2, \"type\": 3, \"enum\": 4}",
            "\u0000");

    @TempDir
    Path directory;

    static Stream<String> files() {
        Path good = Overlay.good();
        try (Stream<Path> files = Files.walk(good)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> good.relativize(file).toString())
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isFoundWrong(String file) {
        Overlay contracts = Overlay.in(directory);
        ReleaseWriter.write(directory, "1.0.0", TODAY);
        IsCompatible compatible = new IsCompatible(Release.read(directory).orElseThrow(), TODAY);

        assertThat(GARBAGE).allSatisfy(garbage -> {
            Catalogue catalogue = Catalogue.read(contracts.write(file, garbage).root());
            assertThat(Stream.concat(Rules.check(catalogue).stream(), compatible.check(catalogue)))
                    .isNotEmpty();
        });
    }
}

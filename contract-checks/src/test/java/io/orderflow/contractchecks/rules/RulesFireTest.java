package io.orderflow.contractchecks.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.contractchecks.Overlay;
import io.orderflow.contractchecks.catalogue.Catalogue;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule on a catalogue that keeps it and on catalogues that break it. */
class RulesFireTest {

    @TempDir
    Path directory;

    static Stream<Spoilt> spoilt() {
        return Stream.of(
                        SpoiltFiles.all(),
                        SpoiltNames.all(),
                        SpoiltPayloads.all(),
                        SpoiltOwnership.all(),
                        SpoiltTopics.all())
                .flatMap(rows -> rows);
    }

    @Test
    void nothingIsFoundInAGoodCatalogue() {
        assertThat(Rules.check(Catalogue.read(Overlay.in(directory).root()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void fires(Spoilt spoilt) {
        Overlay catalogue = Overlay.in(directory);
        spoilt.change().accept(catalogue);

        assertThat(Rules.check(Catalogue.read(catalogue.root())))
                .filteredOn(finding -> finding.code().equals(spoilt.code()))
                .as("findings of the rule")
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.file()).isEqualTo(spoilt.file());
                    assertThat(finding.pointer()).startsWith(spoilt.pointer());
                    assertThat(finding.message()).isNotBlank();
                    assertThat(finding.fix()).isNotBlank();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "weight, number",
        "leadTime, integer",
        "totalLines, integer",
        "paymentAuthorizationId, string",
        "tokenizedForm, string",
        "idempotencyKey, string",
        "secretary, string",
        "discardNumber, string",
        "replacedBy, string",
        "standBy, string",
        "kind, string",
        "customerId, string",
        "database, string",
        "format, string",
        "requestedQuantity, integer"
    })
    void staysQuietAbout(String name, String type) {
        Overlay catalogue = Overlay.in(directory);
        catalogue.set(SpoiltFiles.SCHEMA, "/properties/payload/properties/" + name, "{\"type\": \"" + type + "\"}");

        assertThat(Rules.check(Catalogue.read(catalogue.root())))
                .extracting(Finding::code)
                .containsOnly("example_not_full");
    }

    @Test
    void everyRuleIsTried() {
        Set<String> tried = spoilt().map(Spoilt::code).collect(Collectors.toSet());
        assertThat(Rules.all())
                .extracting(Rule::code)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(tried);
    }
}

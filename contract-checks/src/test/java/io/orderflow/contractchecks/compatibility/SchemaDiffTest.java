package io.orderflow.contractchecks.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.contractchecks.Overlay;
import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.ResolvedSchema;
import io.orderflow.contractchecks.catalogue.Schemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two schemas at a time: what is found, and whether a real validator agrees about who can read whom. */
class SchemaDiffTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Comparison> comparisons() {
        return Stream.of(SeedMatrix.rows(), StructuralChanges.rows(), Unchanged.rows())
                .flatMap(rows -> rows);
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void isFoundAndJudged(Comparison comparison) {
        List<Change> changes = SchemaDiff.between(schema(comparison.before()), schema(comparison.after()));

        assertThat(changes)
                .extracting(change -> change.kind() + " " + change.pointer())
                .containsExactlyInAnyOrderElementsOf(comparison.changes());
        assertThat(changes).allSatisfy(change -> assertThat(change.detail()).isNotBlank());
    }

    /** The first role: what an old producer writes, which is no more than its schema declares, for a new consumer. */
    @ParameterizedTest
    @MethodSource("comparisons")
    void whatOldProducersWriteIsReadAsJudged(Comparison comparison) {
        if (!comparison.writtenBefore().isEmpty()) {
            assertThat(accepts(comparison.before(), comparison.writtenBefore()))
                    .as("an old producer may write it")
                    .isTrue();
            assertThat(accepts(comparison.after(), comparison.writtenBefore()))
                    .as("a new consumer reads it")
                    .isEqualTo(worst(comparison, ChangeKind::oldToNew).compareTo(Verdict.BREAKING) < 0);
        }
    }

    /** The second role: what a new producer writes, for an old consumer. */
    @ParameterizedTest
    @MethodSource("comparisons")
    void whatNewProducersWriteIsReadAsJudged(Comparison comparison) {
        if (!comparison.writtenNow().isEmpty()) {
            assertThat(accepts(comparison.after(), comparison.writtenNow()))
                    .as("a new producer may write it")
                    .isTrue();
            assertThat(accepts(comparison.before(), comparison.writtenNow()))
                    .as("an old consumer reads it")
                    .isEqualTo(worst(comparison, ChangeKind::newToOld).compareTo(Verdict.RISKY) < 0);
        }
    }

    @Test
    void everyKindOfSchemaChangeIsTried() {
        Set<ChangeKind> tried = comparisons()
                .flatMap(comparison ->
                        SchemaDiff.between(schema(comparison.before()), schema(comparison.after())).stream())
                .map(Change::kind)
                .collect(Collectors.toSet());
        assertThat(tried)
                .containsAll(Arrays.stream(ChangeKind.values())
                        .filter(kind -> kind.compareTo(ChangeKind.UNKNOWN_KEYWORD) <= 0)
                        .toList());
    }

    private interface Role {
        Verdict of(ChangeKind kind);
    }

    private static Verdict worst(Comparison comparison, Role role) {
        return SchemaDiff.between(schema(comparison.before()), schema(comparison.after())).stream()
                .map(change -> role.of(change.kind()))
                .reduce(Verdict.COMPATIBLE, Verdict::or);
    }

    private static ResolvedSchema schema(String text) {
        return ResolvedSchema.of(json(text), Shared.SCHEMAS);
    }

    private static boolean accepts(String schema, String value) {
        return Validator.accepts(json(schema), json(value));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    /** The schemas of the good catalogue, so that references into the envelope lead somewhere. */
    private static final class Shared {
        static final Schemas SCHEMAS = Catalogue.read(Overlay.good()).schemas();
    }
}

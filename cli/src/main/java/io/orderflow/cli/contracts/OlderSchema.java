package io.orderflow.cli.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.cli.stack.Refusal;
import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.EventVersion;
import io.orderflow.contractchecks.catalogue.ResolvedSchema;
import io.orderflow.contractchecks.compatibility.ContractChange;
import io.orderflow.contractchecks.compatibility.SchemaDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares an event with a schema file from elsewhere. Shared types are taken from the catalogue of today. */
final class OlderSchema {

    private OlderSchema() {}

    static List<ContractChange> changes(Path file, @Nullable String name, Catalogue catalogue) {
        if (name == null) {
            throw new Refusal("--from needs the event that the file is an older schema of");
        }
        JsonNode older = read(file);
        Event event = catalogue.events().stream()
                .filter(candidate -> candidate.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new Refusal("there is no event " + name + "\nNext: ./orderflow contracts list"));
        EventVersion version = event.versions().stream()
                .filter(candidate ->
                        candidate.schema().id().equals(older.path("$id").asText()))
                .findFirst()
                .orElseThrow(() -> new Refusal("%s is a schema of '%s', which is no version of %s"
                        .formatted(file, older.path("$id").asText(), event.name())));
        return SchemaDiff.between(
                        ResolvedSchema.of(older, catalogue.schemas()),
                        ResolvedSchema.of(version.schema().content(), catalogue.schemas()))
                .stream()
                .map(change -> new ContractChange(
                        event.name(), version.schema().file(), event.file("CHANGELOG.md"), change, true, false))
                .toList();
    }

    private static JsonNode read(Path file) {
        try {
            return Json.MAPPER.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new Refusal(file + " is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new Refusal("cannot read " + file);
        }
    }
}

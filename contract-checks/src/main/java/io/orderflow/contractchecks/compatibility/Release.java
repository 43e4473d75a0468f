package io.orderflow.contractchecks.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.orderflow.contractchecks.catalogue.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What was released last, as it lies in {@code released/} below the contracts: schemas, ownership records, change logs and
 * topics as they were, and {@code release.yaml}.
 *
 * @param version such as {@code 1.4.0}
 * @param date such as {@code 2026-11-23}
 */
public record Release(String version, String date, Catalogue catalogue) {

    static final String FOLDER = "released";
    static final String FILE = "release.yaml";

    /**
     * Reads the release that lies below the contracts.
     *
     * @param contracts the folder of the catalogue
     * @return empty if nothing was released yet
     */
    public static Optional<Release> read(Path contracts) {
        Path folder = contracts.resolve(FOLDER);
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode release = new YAMLMapper().readTree(Files.readString(file));
            return Optional.of(new Release(
                    release.path("version").asText(), release.path("date").asText(), Catalogue.read(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}

package io.orderflow.contractchecks.asyncapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.orderflow.contractchecks.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is generated from the catalogue: an AsyncAPI 3.0 document and a page that needs nothing but a browser. The same
 * catalogue gives the same text, byte for byte. Immutable.
 *
 * @param files text by file name
 */
public record EventDocs(Map<String, String> files) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();
    private static final String NOTE =
            "# Generated from contracts/ by `./orderflow contracts docs`; changes here are overwritten.\n";

    public EventDocs {
        files = Map.copyOf(files);
    }

    /** @throws IllegalArgumentException if the catalogue says something that AsyncAPI cannot */
    public static EventDocs of(Catalogue catalogue) {
        Map<String, String> files = new LinkedHashMap<>();
        try {
            files.put("asyncapi.yaml", NOTE + YAML.writeValueAsString(AsyncApiDocument.of(catalogue)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        files.put("index.html", Page.of(catalogue));
        return new EventDocs(files);
    }

    /** The files that are missing in a folder or say something else there, sorted. */
    public List<String> outdated(Path folder) throws IOException {
        List<String> outdated = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (!Files.isRegularFile(path) || !Files.readString(path).equals(file.getValue())) {
                outdated.add(file.getKey());
            }
        }
        return outdated.stream().sorted().toList();
    }

    /** Writes all files into a folder, which is created if need be. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }
}

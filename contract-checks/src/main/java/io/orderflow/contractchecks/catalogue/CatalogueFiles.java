package io.orderflow.contractchecks.catalogue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files below a root, named relative to it with forward slashes. What cannot be parsed is remembered and reads as missing. */
final class CatalogueFiles {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path root;
    private final List<UnreadableFile> unreadable = new ArrayList<>();

    CatalogueFiles(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    List<UnreadableFile> unreadable() {
        return List.copyOf(unreadable);
    }

    boolean exists(String file) {
        return Files.isRegularFile(root.resolve(file));
    }

    JsonNode json(String file) {
        return parsed(file, JSON);
    }

    JsonNode yaml(String file) {
        return parsed(file, YAML);
    }

    /** The file's text; empty if there is no such file. */
    String text(String file) {
        try {
            return exists(file) ? new String(Files.readAllBytes(root.resolve(file)), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** Names of the folders in a folder, sorted. */
    List<String> folders(String folder) {
        return List.copyOf(entries(root.resolve(folder), 1, Files::isDirectory));
    }

    /** All files below a folder, relative to it. */
    Set<String> below(String folder) {
        return entries(root.resolve(folder), Integer.MAX_VALUE, Files::isRegularFile);
    }

    private static Set<String> entries(Path folder, int depth, Predicate<Path> kind) {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> found = Files.walk(folder, depth)) {
            return found.filter(path -> !path.equals(folder))
                    .filter(kind)
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .map(name -> name.endsWith("/") ? name.substring(0, name.length() - 1) : name)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }

    private JsonNode parsed(String file, ObjectMapper mapper) {
        String text = text(file);
        if (text.isBlank()) {
            if (exists(file)) {
                unreadable.add(new UnreadableFile(file, "the file is empty"));
            }
            return MissingNode.getInstance();
        }
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            String reason =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("cannot be parsed");
            unreadable.add(new UnreadableFile(file, "line " + line + ": " + reason));
            return MissingNode.getInstance();
        }
    }
}

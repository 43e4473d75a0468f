package io.orderflow.contractchecks;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the good catalogue, to be spoilt. Every change fails if there is nothing to change. */
public final class Overlay {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path root;

    private Overlay(Path root) {
        this.root = root;
    }

    /** A fresh copy below an empty directory. */
    public static Overlay in(Path root) {
        try {
            Path good = good();
            for (Path file : tree(good)) {
                Path copy = root.resolve(good.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
            return new Overlay(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The good catalogue itself; not to be changed. */
    public static Path good() {
        try {
            return Path.of(Overlay.class.getResource("/good").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public Path root() {
        return root;
    }

    public Overlay write(String file, String text) {
        return io(() -> {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        });
    }

    public Overlay delete(String file) {
        return io(() -> {
            List<Path> files = tree(root.resolve(file));
            files.stream().sorted(Comparator.reverseOrder()).forEach(path -> path.toFile()
                    .delete());
        });
    }

    public Overlay move(String from, String to) {
        return io(() -> {
            Path target = root.resolve(to);
            Files.createDirectories(target.getParent());
            Files.move(root.resolve(from), target);
        });
    }

    public Overlay replace(String file, String old, String text) {
        return io(() -> {
            String content = Files.readString(root.resolve(file));
            if (!content.contains(old)) {
                throw new IllegalArgumentException(file + " does not contain " + old);
            }
            Files.writeString(root.resolve(file), content.replace(old, text));
        });
    }

    /** Sets a node of a JSON file; in arrays a last step of {@code -} appends. */
    public Overlay set(String file, String pointer, String json) {
        return edit(file, pointer, (parent, last) -> {
            JsonNode value = JSON.readTree(json);
            if (parent instanceof ArrayNode array && last.equals("-")) {
                array.add(value);
            } else if (parent instanceof ArrayNode array) {
                array.set(Integer.parseInt(last), value);
            } else {
                ((ObjectNode) parent).set(last, value);
            }
        });
    }

    public Overlay remove(String file, String pointer) {
        return edit(file, pointer, (parent, last) -> {
            JsonNode gone = parent instanceof ArrayNode array
                    ? array.remove(Integer.parseInt(last))
                    : ((ObjectNode) parent).remove(last);
            if (gone == null) {
                throw new IllegalArgumentException(file + " has no " + pointer);
            }
        });
    }

    private interface Edit {
        void apply(JsonNode parent, String last) throws IOException;
    }

    private Overlay edit(String file, String pointer, Edit edit) {
        return io(() -> {
            JsonNode content = JSON.readTree(root.resolve(file).toFile());
            JsonPointer at = JsonPointer.compile(pointer);
            edit.apply(content.requiredAt(at.head()), at.last().getMatchingProperty());
            Files.writeString(
                    root.resolve(file), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content));
        });
    }

    private interface Io {
        void run() throws IOException;
    }

    private Overlay io(Io change) {
        try {
            change.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> tree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList();
        }
    }
}

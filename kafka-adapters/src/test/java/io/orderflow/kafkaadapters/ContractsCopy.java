package io.orderflow.kafkaadapters;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.kafkaadapters.catalog.EventCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The contracts of another release: those on the class path, changed.
 *
 * @param folder where they lie
 */
public record ContractsCopy(Path folder) {

    private static final String EVENTS = "contracts/events/";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Copies everything into an empty folder. */
    public static ContractsCopy in(Path folder) throws IOException {
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:" + EVENTS + "**/*.*")) {
            String url = file.getURL().toString();
            Path copy = folder.resolve("events").resolve(url.substring(url.lastIndexOf(EVENTS) + EVENTS.length()));
            Files.createDirectories(copy.getParent());
            try (InputStream in = file.getInputStream()) {
                Files.copy(in, copy);
            }
        }
        return new ContractsCopy(folder);
    }

    /**
     * Writes a schema anew.
     *
     * @param from the file to begin with, below {@code events}
     * @param to the file to write; may be the same
     */
    public void schema(String from, String to, Consumer<ObjectNode> change) throws IOException {
        Path events = folder.resolve("events");
        ObjectNode schema = (ObjectNode) JSON.readTree(events.resolve(from).toFile());
        change.accept(schema);
        JSON.writeValue(events.resolve(to).toFile(), schema);
    }

    public EventCatalog load() {
        return EventCatalog.load(folder);
    }
}

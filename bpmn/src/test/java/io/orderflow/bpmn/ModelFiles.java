package io.orderflow.bpmn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** Every model of this module, so that a new one is held to all rules without a line of Java. */
public final class ModelFiles {

    private static final Path PROCESSES = Path.of("src/main/resources/processes");

    private ModelFiles() {}

    /** The BPMN models under {@code processes/}; never empty. */
    public static List<Path> processes() {
        return ending(".bpmn");
    }

    /** The decisions under {@code processes/}. */
    static List<Path> decisions() {
        return ending(".dmn");
    }

    public static BpmnModelInstance read(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    private static List<Path> ending(String suffix) {
        try (Stream<Path> files = Files.walk(PROCESSES)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalStateException("no %s under %s".formatted(suffix, PROCESSES));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.orderflow.deploy.local.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories that are either complete or absent, whatever happens while they are made. */
public final class Trees {

    /** Fills an empty directory. */
    interface Filler {
        void fill(Path directory) throws IOException, InterruptedException;
    }

    private Trees() {}

    /** Fills a directory under another name and gives it its own only when complete. Does nothing if it exists. */
    static void makeOnce(Path directory, Filler filler) throws IOException, InterruptedException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path unfinished = directory.resolveSibling(directory.getFileName() + ".unfinished");
        delete(unfinished);
        Files.createDirectories(unfinished);
        filler.fill(unfinished);
        Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes a directory with all it holds, if it exists. */
    public static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(directory)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}

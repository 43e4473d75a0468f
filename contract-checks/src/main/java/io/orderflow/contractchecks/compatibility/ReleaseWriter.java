package io.orderflow.contractchecks.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes the contracts as they are now the ones that later changes are compared with. */
public final class ReleaseWriter {

    private static final Pattern VERSION = Pattern.compile("\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}");
    private static final Pattern RELEASED = Pattern.compile(
            "topics\\.yaml|CHANGELOG\\.md|events/[^/]+\\.schema\\.json"
                    + "|events/[^/]+/[^/]+/([^/]+\\.schema\\.json|ownership\\.yaml|CHANGELOG\\.md)|records/[^/]+\\.schema\\.json");

    private ReleaseWriter() {}

    /**
     * Replaces the last release. Callers make sure first that the catalogue is good and compatible.
     *
     * @param contracts the folder of the catalogue
     * @param version three numbers, above those of the last release
     * @throws IllegalArgumentException if the version is not
     * @throws UncheckedIOException if a file cannot be written; run it again then
     */
    public static void write(Path contracts, String version, LocalDate date) {
        Optional<Release> last = Release.read(contracts);
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("'" + version + "' is no version; write three numbers, e.g. 1.4.0");
        }
        if (last.isPresent()
                && Arrays.compare(numbers(version), numbers(last.get().version())) <= 0) {
            throw new IllegalArgumentException(
                    version + " is not above " + last.get().version() + ", which is released already");
        }
        try {
            replace(contracts, contracts.resolve(Release.FOLDER));
            Files.writeString(
                    contracts.resolve(Release.FOLDER).resolve(Release.FILE),
                    "# Written by `orderflow contracts release`. What the next changes are compared with; not to be edited.\n"
                            + "version: " + version + "\ndate: " + date + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Writing " + contracts.resolve(Release.FOLDER), e);
        }
    }

    private static int[] numbers(String version) {
        return Stream.of(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    private static void replace(Path contracts, Path folder) throws IOException {
        for (Path old : tree(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(old);
        }
        for (Path file : tree(contracts)) {
            String name = contracts.relativize(file).toString().replace('\\', '/');
            if (RELEASED.matcher(name).matches()) {
                Path copy = folder.resolve(name);
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private static List<Path> tree(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList();
        }
    }
}

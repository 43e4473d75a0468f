package io.orderflow.cli.contracts;

import io.orderflow.cli.stack.Refusal;
import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.compatibility.Release;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which catalogue a command is about. */
final class ContractsFolder {

    @Option(names = "--contracts", paramLabel = "DIR", description = "The catalogue; default: that of this tree.")
    private @Nullable Path folder;

    Path path() {
        return folder == null
                ? Path.of(System.getenv().getOrDefault("ORDERFLOW_ROOT", "")).resolve("contracts")
                : folder;
    }

    Catalogue catalogue() {
        try {
            return Catalogue.read(path());
        } catch (IllegalArgumentException e) {
            throw new Refusal(e.getMessage() + ". Next: name it with --contracts DIR");
        }
    }

    Optional<Release> release() {
        return Release.read(path());
    }
}

package io.orderflow.contractchecks.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * The JSON Schema that AsyncAPI publishes for its documents. It is published as an npm package only, so npm installs it below
 * {@code target}. Without npm the test is left out, except where everything must be checked.
 */
final class AsyncApiSchema {

    private static final Path DEFINITION = Path.of("src", "test", "npm");
    private static final Path INSTALLED = Path.of("target", "asyncapi-schema");
    private static final String FILE = "node_modules/@asyncapi/specs/schemas/3.0.0-without-$id.json";

    private final Schema schema;

    private AsyncApiSchema(JsonNode schema) {
        this.schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema);
    }

    static AsyncApiSchema installed() throws IOException, InterruptedException {
        Path file = INSTALLED.resolve(FILE);
        if (!isCurrent(file)) {
            install();
        }
        return new AsyncApiSchema(new ObjectMapper().readTree(file.toFile()));
    }

    List<String> violations(JsonNode document) {
        return schema.validate(document).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    private static boolean isCurrent(Path file) throws IOException {
        Path lock = INSTALLED.resolve("package-lock.json");
        return Files.exists(file)
                && Files.exists(lock)
                && Files.mismatch(lock, DEFINITION.resolve("package-lock.json")) < 0;
    }

    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(INSTALLED);
        for (String name : List.of("package.json", "package-lock.json")) {
            Files.copy(DEFINITION.resolve(name), INSTALLED.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        Path log = INSTALLED.resolve("npm.log");
        Process npm;
        try {
            npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                    .directory(INSTALLED.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            Assumptions.assumeTrue(System.getenv("CI") != null, "npm is not there to install the schema of AsyncAPI");
            throw e;
        }
        if (npm.waitFor() != 0) {
            throw new IOException("npm ci failed: " + Files.readString(log));
        }
    }
}

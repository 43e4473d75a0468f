package io.orderflow.cli.contracts;

import io.orderflow.cli.stack.Refusal;
import io.orderflow.contractchecks.asyncapi.EventDocs;
import io.orderflow.contractchecks.catalogue.Catalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the AsyncAPI document and the page of all events. */
@Command(
        name = "docs",
        mixinStandardHelpOptions = true,
        description = "Writes the AsyncAPI document and the page of all events to docs/events.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:written, or up to date",
            "1:refused or failed",
            "2:wrong usage",
            "3:--check found them outdated"
        })
final class DocsCommand implements Callable<Integer> {

    private static final int OUTDATED = 3;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--contracts", paramLabel = "DIR", description = "The catalogue; default: that of this tree.")
    private @Nullable Path contracts;

    @Option(names = "--to", paramLabel = "DIR", description = "Where to write; default: docs/events of this tree.")
    private @Nullable Path target;

    @Option(names = "--check", description = "Only tells whether they are older than the catalogue.")
    private boolean check;

    @Override
    public Integer call() throws IOException {
        Path root = Path.of(System.getenv().getOrDefault("ORDERFLOW_ROOT", ""));
        Path from = contracts == null ? root.resolve("contracts") : contracts;
        Path to = target == null ? root.resolve("docs").resolve("events") : target;
        EventDocs docs = docs(from);
        List<String> outdated = docs.outdated(to);
        PrintWriter out = spec.commandLine().getOut();
        if (outdated.isEmpty()) {
            out.println(to + " says what " + from + " says.");
        } else if (check) {
            out.println(
                    "older than " + from + ": " + String.join(", ", outdated) + ". Next: ./orderflow contracts docs");
        } else {
            docs.write(to);
            out.println("Wrote " + String.join(" and ", outdated) + " to " + to);
            out.println("Next: open " + to.resolve("index.html"));
        }
        out.flush();
        return check && !outdated.isEmpty() ? OUTDATED : 0;
    }

    private static EventDocs docs(Path contracts) {
        try {
            return EventDocs.of(Catalogue.read(contracts));
        } catch (IllegalArgumentException e) {
            throw new Refusal(e.getMessage() + ". Next: ./orderflow contracts docs --contracts DIR");
        }
    }
}

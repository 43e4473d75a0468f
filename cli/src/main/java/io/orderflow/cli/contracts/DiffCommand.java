package io.orderflow.cli.contracts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.orderflow.cli.stack.Refusal;
import io.orderflow.cli.text.Style;
import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.compatibility.Compatibility;
import io.orderflow.contractchecks.compatibility.ContractChange;
import io.orderflow.contractchecks.compatibility.ContractChange.Status;
import io.orderflow.contractchecks.compatibility.Release;
import io.orderflow.contractchecks.compatibility.Verdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What has changed, and for whom it matters. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "What has changed since the release, or since an older schema, and for whom it matters.",
        footer = {
            "Exit code 1 if a change is refused.",
            "Example:",
            "  git show v1:contracts/events/oms.order.events/OrderCaptured/v1.schema.json \\",
            "      >old.json",
            "  ./orderflow contracts diff OrderCaptured --from old.json"
        })
final class DiffCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ContractsFolder folder = new ContractsFolder();

    @Parameters(paramLabel = "EVENT", arity = "0..1", description = "Only this event, record or topic; default: all.")
    private @Nullable String subject;

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "An older schema of the event, instead of the release.")
    private @Nullable Path from;

    @Option(names = "--json", description = "As a JSON array, one object for each change.")
    private boolean json;

    @Override
    public Integer call() {
        Catalogue catalogue = folder.catalogue();
        List<ContractChange> changes =
                from == null ? sinceRelease(catalogue) : OlderSchema.changes(from, subject, catalogue);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.pretty(asJson(changes)));
        } else {
            print(changes, out);
        }
        out.flush();
        return changes.stream().anyMatch(change -> change.status() == Status.REFUSED) ? 1 : 0;
    }

    private List<ContractChange> sinceRelease(Catalogue catalogue) {
        Release release = folder.release()
                .orElseThrow(
                        () -> new Refusal(
                                "nothing was released yet. Next: ./orderflow contracts release 0.1.0, or name a file with --from"));
        List<ContractChange> changes = Compatibility.changes(release.catalogue(), catalogue, Checks.today());
        if (subject == null) {
            return changes;
        }
        requireKnown(subject, catalogue, release.catalogue());
        return changes.stream()
                .filter(change -> change.subject().equalsIgnoreCase(subject))
                .toList();
    }

    private static void requireKnown(String subject, Catalogue... catalogues) {
        for (Catalogue catalogue : catalogues) {
            boolean known = subject.equals("envelope")
                    || catalogue.topics().find(subject).isPresent()
                    || catalogue.records().stream()
                            .anyMatch(contract -> contract.name().equals(subject))
                    || catalogue.events().stream()
                            .anyMatch(event -> event.name().equalsIgnoreCase(subject));
            if (known) {
                return;
            }
        }
        throw new Refusal("there is no contract " + subject + "\nNext: ./orderflow contracts list");
    }

    private void print(List<ContractChange> changes, PrintWriter out) {
        String since = from != null
                ? from.toString()
                : folder.release()
                        .map(release -> "release " + release.version())
                        .orElse("");
        if (changes.isEmpty()) {
            out.println("Nothing has changed since " + since + ".");
            return;
        }
        for (ContractChange change : changes) {
            var kind = change.change().kind();
            out.printf(
                    "%s %s  %s: %s%n",
                    Style.bold(change.subject()),
                    change.change().pointer(),
                    kind.title(),
                    change.change().detail());
            out.printf("    %s%n", verdict(change));
            out.printf("    new consumer, old producer: %s%n", kind.oldToNew().label());
            out.printf("    old consumer, new producer: %s%n", kind.newToOld().label());
            boolean harmless = kind.verdict() == Verdict.COMPATIBLE;
            out.printf("    %s%s.%n%n", kind.reason(), harmless ? "" : ". Instead: " + kind.instead());
        }
        out.printf("%d %s since %s.%n", changes.size(), changes.size() == 1 ? "change" : "changes", since);
    }

    private static String verdict(ContractChange change) {
        String label = change.change().verdict().label();
        return switch (change.status()) {
            case ACCEPTED -> Style.good(label);
            case ACKNOWLEDGED -> Style.good(label) + ", acknowledged in " + change.changelog();
            case TO_BE_ACKNOWLEDGED -> Style.doubtful(label) + ", to be acknowledged in " + change.changelog();
            case REFUSED -> Style.bad(label) + ", refused";
        };
    }

    private static ArrayNode asJson(List<ContractChange> changes) {
        ArrayNode array = Json.MAPPER.createArrayNode();
        for (ContractChange change : changes) {
            var kind = change.change().kind();
            array.addObject()
                    .put("subject", change.subject())
                    .put("file", change.file())
                    .put("pointer", change.change().pointer())
                    .put("kind", kind.name())
                    .put("detail", change.change().detail())
                    .put("verdict", kind.verdict().name())
                    .put("oldToNew", kind.oldToNew().name())
                    .put("newToOld", kind.newToOld().name())
                    .put("status", change.status().name())
                    .put("reason", kind.reason())
                    .put("instead", kind.instead());
        }
        return array;
    }
}

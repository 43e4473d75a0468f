package io.orderflow.cli.contracts;

import io.orderflow.cli.stack.Refusal;
import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.compatibility.ReleaseWriter;
import io.orderflow.contractchecks.rules.Finding;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the contracts of today the ones that later changes are compared with. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = "Makes the contracts of today the ones that later changes are compared with.",
        footer = "Writes contracts/released; refuses if `contracts check` finds anything.")
final class ReleaseCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ContractsFolder folder = new ContractsFolder();

    @Parameters(paramLabel = "VERSION", description = "Three numbers, above those of the last release.")
    private String version = "";

    @Override
    public Integer call() {
        Catalogue catalogue = folder.catalogue();
        List<Finding> findings = Checks.of(catalogue, folder.release());
        if (!findings.isEmpty()) {
            throw new Refusal("not released: " + findings.size() + (findings.size() == 1 ? " finding" : " findings")
                    + ". Next: ./orderflow contracts check");
        }
        try {
            ReleaseWriter.write(folder.path(), version, Checks.today());
        } catch (IllegalArgumentException e) {
            throw new Refusal("not released: " + e.getMessage());
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "Released %s: %d events, %d records, %d topics.%n",
                version,
                catalogue.events().size(),
                catalogue.records().size(),
                catalogue.topics().all().size());
        out.println("Next: commit " + folder.path().resolve("released"));
        out.flush();
        return 0;
    }
}

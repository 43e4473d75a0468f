package io.orderflow.cli.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.cli.text.Style;
import io.orderflow.cli.text.Table;
import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.compatibility.Release;
import io.orderflow.contractchecks.rules.Finding;
import io.orderflow.contractchecks.rules.Rules;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is wrong with the catalogue, and what to do about it. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Holds the catalogue to all rules and to what was released last.",
        footer = "Exit code 1 if something is found. contracts/README.md explains the codes.")
final class CheckCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ContractsFolder folder = new ContractsFolder();

    @Option(names = "--json", description = "As a JSON array: code, file, pointer, message, fix.")
    private boolean json;

    @Override
    public Integer call() {
        Catalogue catalogue = folder.catalogue();
        Optional<Release> release = folder.release();
        List<Finding> findings = Checks.of(catalogue, release);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.pretty(Json.MAPPER.<JsonNode>valueToTree(findings)));
        } else {
            print(findings, out);
            out.printf(
                    "%s: %d events, %d records, %d topics; %d rules, %s.%n",
                    findings.isEmpty()
                            ? Style.good("Nothing found")
                            : Style.bad(findings.size() + (findings.size() == 1 ? " finding" : " findings")),
                    catalogue.events().size(),
                    catalogue.records().size(),
                    catalogue.topics().all().size(),
                    Rules.all().size(),
                    release.map(last -> "compared with release " + last.version())
                            .orElse("nothing released yet to compare with"));
        }
        out.flush();
        return findings.isEmpty() ? 0 : 1;
    }

    private static void print(List<Finding> findings, PrintWriter out) {
        String file = "";
        for (Finding finding : findings) {
            if (!finding.file().equals(file)) {
                file = finding.file();
                out.println(Style.bold(file));
            }
            out.printf(
                    "  %s%s  %s%n",
                    finding.pointer().isEmpty() ? "" : finding.pointer() + " ",
                    finding.message(),
                    Style.faint("[" + finding.code() + "]"));
            Table.wrap(finding.fix(), 110).forEach(line -> out.println("      " + line));
            out.println();
        }
    }
}

package io.orderflow.cli.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.orderflow.cli.engine.Definition;
import io.orderflow.cli.engine.Engine;
import io.orderflow.cli.stack.Stack;
import io.orderflow.cli.text.Style;
import io.orderflow.cli.text.Table;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "Deployed process models with their running instances and open incidents, the newest version first.")
final class ListCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--json", description = "For scripts: an array of versions.")
    private boolean json;

    @Override
    public Integer call() {
        List<Definition> definitions = Engine.of(Stack.require(System.getenv())).definitions();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ArrayNode all = new ObjectMapper().createArrayNode();
            definitions.forEach(all::addPOJO);
            out.println(all.toPrettyString());
            return 0;
        }
        if (definitions.isEmpty()) {
            out.println("No process model is deployed. Next: ./orderflow model deploy FILE");
            return 0;
        }
        Table table = new Table("MODEL", "RUNNING", "INCIDENTS", "NAME");
        for (Definition definition : definitions) {
            table.row(
                    definition.reference(),
                    Long.toString(definition.instances()),
                    definition.incidents() == 0 ? "-" : Long.toString(definition.incidents()),
                    definition.name());
        }
        table.print(out, "");
        definitions.stream()
                .filter(definition -> definition.incidents() > 0)
                .findFirst()
                .ifPresent(definition -> out.println(Style.doubtful("Incidents of " + definition.reference())
                        + ": Cockpit, Processes, " + definition.name() + ", tab Incidents"));
        out.flush();
        return 0;
    }
}

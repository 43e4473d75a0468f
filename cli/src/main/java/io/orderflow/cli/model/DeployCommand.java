package io.orderflow.cli.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.cli.engine.Engine;
import io.orderflow.cli.stack.Answer;
import io.orderflow.cli.stack.Refusal;
import io.orderflow.cli.stack.Stack;
import io.orderflow.cli.text.Style;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "deploy",
        mixinStandardHelpOptions = true,
        description = {
            "Deploys models, decisions and forms to the running stack, as one deployment.",
            "What has not changed since this command deployed it last makes no new version."
        },
        footer = "Exit code 1 if the engine refuses a file; each finding names its element and the fix.")
final class DeployCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "A .bpmn, .dmn or .form file.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> files;

    @Option(names = "--name", paramLabel = "NAME", description = "Of the deployment; default: the first file's.")
    private @Nullable String name;

    @Override
    public Integer call() {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        files.forEach(file -> contents.put(fileName(file), read(file)));
        String deployment = name == null ? fileName(files.get(0)) : name;
        Answer answer = Engine.of(Stack.require(System.getenv())).deploy(deployment, contents);
        if (!answer.isSuccess()) {
            throw new Refusal("the engine refuses the deployment (%d):%n%s%nNext: mend the model and deploy it again"
                    .formatted(answer.status(), answer.body().path("message").asText("no details")));
        }
        PrintWriter out = spec.commandLine().getOut();
        JsonNode processes = answer.body().path("deployedProcessDefinitions");
        JsonNode others = answer.body().path("deployedDecisionDefinitions");
        if (processes.isEmpty() && others.isEmpty()) {
            out.println("Nothing new: these files were deployed before as they are.");
        }
        processes.forEach(definition -> out.println(Style.good("Deployed") + " " + reference(definition)));
        others.forEach(definition -> out.println(Style.good("Deployed") + " decision " + reference(definition)));
        out.println("Next: ./orderflow model list");
        out.flush();
        return 0;
    }

    private static String reference(JsonNode definition) {
        return definition.path("key").asText() + ":"
                + definition.path("version").asInt();
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Refusal("cannot read " + file);
        }
    }
}

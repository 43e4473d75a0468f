package io.orderflow.cli.scenario;

import io.orderflow.cli.stack.Stack;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One story at a time. */
@Command(
        name = "scenario",
        mixinStandardHelpOptions = true,
        description = "Tells what becomes of one order when something goes wrong, and proves it. Without a name: lists"
                + " the stories.",
        footer = "Exit code 0 if all that the story claims was seen, else 1.")
public final class ScenarioCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "For example lost-answer.")
    private @Nullable String name;

    @Option(names = "--check", hidden = true, description = "Looks only whether there is such a story.")
    private boolean check;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (name == null) {
            Stories.ALL.forEach(story -> out.printf("  %-22s %s%n", story.name(), story.summary()));
            out.println("Next: ./orderflow demo scenario " + Stories.ALL.get(0).name());
            return 0;
        }
        Story story = Stories.named(name)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "there is no scenario " + name + ". Next: ./orderflow demo scenario"));
        return check || told(story, out) ? 0 : 1;
    }

    private static boolean told(Story story, PrintWriter out) throws InterruptedException {
        Stack stack = Stack.require(System.getenv());
        out.printf("%n%s%n%s%n%n", story.name(), story.summary());
        try (Stage stage = new Stage(stack, new Narrator(out), Clock.systemUTC())) {
            Proof proof = story.tell(stage);
            new ProofText(out).print(proof);
            return proof.holds();
        }
    }
}

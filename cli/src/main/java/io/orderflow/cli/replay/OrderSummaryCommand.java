package io.orderflow.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.cli.stack.Answer;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The read model behind {@code GET /order-summaries}. */
@Command(
        name = "order-summary",
        mixinStandardHelpOptions = true,
        description =
                "Builds the order summaries again from the first event on and switches to them if nothing differs.",
        footer = {
            "",
            "Without --yes it only says what it would do. The replay runs in order-service; Ctrl-C leaves it running.",
            "Exit code 1 if the tables differ or the replay was interrupted: nothing was switched then."
        })
final class OrderSummaryCommand implements Callable<Integer> {

    private static final long LOOK_EVERY_MILLIS = 300;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--yes", description = "Do it.")
    private boolean yes;

    @Option(names = "--accept-differences", description = "Switch although the tables differ; needs --reason.")
    private boolean acceptDifferences;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept with the new table.")
    private @Nullable String reason;

    @Option(
            names = "--discard-unfinished",
            description = "Begin anew instead of going on with a replay that was interrupted or found differences.")
    private boolean discardUnfinished;

    @Option(
            names = "--drop-old",
            paramLabel = "GENERATION",
            description = "Drop the table of an old generation and do nothing else; never the one in use.")
    private @Nullable Integer dropOld;

    @Option(names = "--json", description = "Print what the service says, for programs.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        if (acceptDifferences && (reason == null || reason.isBlank())) {
            throw new ParameterException(spec.commandLine(), "--accept-differences needs --reason TEXT");
        }
        OrderSummaryApi api = OrderSummaryApi.require(System.getenv());
        PrintWriter out = spec.commandLine().getOut();
        if (dropOld != null) {
            return drop(api, dropOld, out);
        }
        if (!yes) {
            JsonNode overview = api.overview();
            if (json) {
                out.println(overview.toPrettyString());
            } else {
                ReplayText.plan(overview, discardUnfinished, out);
            }
            return 0;
        }
        return replay(api, out);
    }

    private int drop(OrderSummaryApi api, int generation, PrintWriter out) throws InterruptedException {
        String table = "order_summary_projection_v" + generation;
        if (!yes) {
            out.printf("Would drop %s. Next: the same with --yes%n", table);
            return 0;
        }
        api.drop(generation);
        out.printf("Dropped %s.%n", table);
        return 0;
    }

    private int replay(OrderSummaryApi api, PrintWriter out) throws InterruptedException {
        if (!json) {
            ReplayText.overview(api.overview(), out);
        }
        int generation = start(api, out);
        JsonNode replay = watch(api, generation, out);
        JsonNode overview = api.overview();
        if (json) {
            out.println(replay.toPrettyString());
            return replay.path("status").asText().equals("SWITCHED") ? 0 : 1;
        }
        return ReplayText.ended(replay, overview, out);
    }

    private int start(OrderSummaryApi api, PrintWriter out) throws InterruptedException {
        Answer answer = api.start(discardUnfinished, acceptDifferences ? reason : null);
        JsonNode unfinished = answer.status() == 409 ? api.overview().path("unfinished") : answer.body();
        if (answer.status() == 409 && unfinished.isInt()) {
            if (!json) {
                out.println(answer.body().path("detail").asText()
                        + " Showing how far it is; the options given here do not change it.");
            }
            return unfinished.asInt();
        }
        return OrderSummaryApi.required(answer, "no replay was started: ")
                .path("generation")
                .asInt();
    }

    private JsonNode watch(OrderSummaryApi api, int generation, PrintWriter out) throws InterruptedException {
        ReplayBar bar = new ReplayBar(out, "1".equals(System.getenv("ORDERFLOW_TERMINAL")));
        Thread goodbye = new Thread(() -> {
            spec.commandLine()
                    .getErr()
                    .printf("%nThe replay goes on in order-service. See how far it is: %s --yes%n", ReplayText.COMMAND);
            spec.commandLine().getErr().flush();
        });
        Runtime.getRuntime().addShutdownHook(goodbye);
        JsonNode replay = api.replay(generation);
        while (replay.path("status").asText().equals("RUNNING")) {
            if (!json) {
                bar.show(replay);
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
            replay = api.replay(generation);
        }
        Runtime.getRuntime().removeShutdownHook(goodbye);
        if (!json) {
            bar.end(replay);
        }
        return replay;
    }
}

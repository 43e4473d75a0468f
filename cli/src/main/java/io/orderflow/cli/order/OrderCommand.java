package io.orderflow.cli.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.cli.stack.Answer;
import io.orderflow.cli.stack.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One order at a time. */
@Command(
        name = "order",
        mixinStandardHelpOptions = true,
        description = "Submits, shows or cancels an order; decides about a line that failed.",
        subcommands = {RetryCommand.class, WaiveCommand.class},
        synopsisSubcommandLabel = "(submit FILE | show ID | cancel ID | retry ID LINE | waive ID LINE)")
public final class OrderCommand {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "submit",
            mixinStandardHelpOptions = true,
            description = "Captures the order in a JSON file; deploy/local/demo/order.json is an example.",
            footer = "Submitting the same file again captures nothing new. Exit code 1 if the order is refused.")
    int submit(
            @Parameters(paramLabel = "FILE", description = "The body of POST /orders.") Path file,
            @Option(
                            names = "--key",
                            paramLabel = "KEY",
                            description = "Idempotency-Key; by default it is made from the content of the file.")
                    @Nullable
                    String key)
            throws InterruptedException {
        byte[] body = read(file);
        Answer answer = OrderCalls.call(
                api -> api.post("/orders", key == null ? "cli-" + UUID.nameUUIDFromBytes(body) : key, body));
        if (!answer.isSuccess()) {
            throw new Refusal(
                    "the order was refused: " + answer.problem() + "\nNext: mend the file and submit it again");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(answer.status() == 201 ? "Captured." : "This order had been captured before.");
        OrderText.print(answer.body(), out);
        out.println("Next: ./orderflow order show " + answer.body().path("id").asText());
        return 0;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows how far an order is, line by line.")
    int show(@Parameters(paramLabel = "ID", description = "For example ord_0190...") String id)
            throws InterruptedException {
        Answer answer = OrderCalls.call(api -> api.get(OrderCalls.path(id)));
        if (!answer.isSuccess()) {
            throw new Refusal(
                    answer.problem() + "\nNext: ./orderflow topics tail oms.order.events.v1 shows recent ids");
        }
        OrderText.print(answer.body(), spec.commandLine().getOut());
        return 0;
    }

    @Command(name = "cancel", mixinStandardHelpOptions = true, description = "Cancels an order, if it is not too late.")
    int cancel(
            @Parameters(paramLabel = "ID", description = "For example ord_0190...") String id,
            @Option(
                            names = "--reason",
                            paramLabel = "TEXT",
                            defaultValue = "cancelled from the command line",
                            description = "Kept in the order's history.")
                    String reason)
            throws InterruptedException {
        JsonNode body = JSON.createObjectNode().put("reason", reason);
        Answer answer = OrderCalls.call(api -> api.post(OrderCalls.path(id, "cancellation"), body));
        if (!answer.isSuccess()) {
            throw new Refusal("not cancelled: " + answer.problem() + "\nNext: ./orderflow order show " + id);
        }
        PrintWriter out = spec.commandLine().getOut();
        OrderText.print(answer.body(), out);
        out.println("Next: ./orderflow topics tail oms.order.events.v1 --key " + id);
        return 0;
    }

    private static byte[] read(Path file) {
        try {
            byte[] body = Files.readAllBytes(file);
            JSON.readTree(body);
            return body;
        } catch (NoSuchFileException e) {
            throw new Refusal("there is no file " + file + ". Example: deploy/local/demo/order.json");
        } catch (JsonProcessingException e) {
            throw new Refusal("%s is not JSON: line %d, column %d: %s"
                    .formatted(
                            file,
                            e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                            e.getLocation() == null ? 0 : e.getLocation().getColumnNr(),
                            e.getOriginalMessage()));
        } catch (IOException e) {
            throw new Refusal("cannot read " + file + ": " + e.getMessage());
        }
    }
}

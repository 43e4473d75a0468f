package io.orderflow.cli.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.cli.stack.Answer;
import io.orderflow.cli.stack.Api;
import io.orderflow.cli.stack.Refusal;
import io.orderflow.cli.stack.Stack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The services of the running stack: each keeps the dead letters of its own consumer groups. */
final class Services {

    static final String PATH = "/operations/dead-letters";

    private static final List<String> NAMES = List.of("order-service", "orchestration", "fulfillment-mock");

    private final Stack stack;

    private Services(Stack stack) {
        this.stack = stack;
    }

    static Services ofRunningStack() {
        return new Services(Stack.require(System.getenv()));
    }

    /** A service, and what it said to the same question. */
    record Said(String service, JsonNode body) {}

    interface Question {
        Answer to(Api api) throws IOException, InterruptedException;
    }

    /** Asks every service. */
    List<Said> all(Question question) throws InterruptedException {
        List<Said> said = new ArrayList<>();
        for (String service : NAMES) {
            said.add(new Said(service, one(service, question)));
        }
        return said;
    }

    /** @throws Refusal if the service does not answer, or refuses */
    JsonNode one(String service, Question question) throws InterruptedException {
        try {
            Answer answer = question.to(stack.operations(service));
            if (!answer.isSuccess()) {
                throw new Refusal(service + ": " + answer.problem());
            }
            return answer.body();
        } catch (IOException e) {
            throw new Refusal(service + " does not answer. Next: ./orderflow status");
        }
    }

    /** The service whose group this is. */
    String of(String group) throws InterruptedException {
        TreeSet<String> known = new TreeSet<>();
        for (Said said : all(api -> api.get(PATH + "?limit=1"))) {
            for (JsonNode own : said.body().path("groups")) {
                if (own.asText().equals(group)) {
                    return said.service();
                }
                known.add(own.asText());
            }
        }
        throw new Refusal("there is no consumer group " + group + ". The groups are\n  " + String.join("\n  ", known));
    }

    /** The letter with this id, and whose it is. */
    Optional<Said> find(String id) throws InterruptedException {
        for (String service : NAMES) {
            try {
                Answer answer = stack.operations(service).get(PATH + "/" + id);
                if (answer.isSuccess()) {
                    return Optional.of(new Said(service, answer.body()));
                }
                if (!answer.code().equals("dead_letter_not_found")) {
                    throw new Refusal(service + ": " + answer.problem());
                }
            } catch (IOException e) {
                throw new Refusal(service + " does not answer. Next: ./orderflow status");
            }
        }
        return Optional.empty();
    }
}

package io.orderflow.fulfillmentmock.replay;

import io.orderflow.httpapi.json.FieldError;
import io.orderflow.httpapi.json.JsonBodies;
import io.orderflow.httpapi.json.JsonFields;
import io.orderflow.httpapi.problem.ApiProblem;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Replays of fulfilment for operators. A replay itself changes nothing; repairs are asked for on their own. */
@RestController
@RequestMapping("/operations/fulfillment/replays")
class ReplayController {

    private static final int MOST_FINDINGS = 100_000;

    private final Replays replays;
    private final Repairs repairs;
    private final ReplayStore store;

    ReplayController(Replays replays, Repairs repairs, ReplayStore store) {
        this.replays = replays;
        this.repairs = repairs;
        this.store = store;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Report start(Principal operator) {
        return new Report(replays.start(operator.getName()), List.of());
    }

    @GetMapping("/{id}")
    Report show(@PathVariable String id) {
        Replay replay = replays.get(parsed(id));
        return new Report(replay, store.findings(replay.id()));
    }

    @PostMapping(path = "/{id}/repairs", consumes = MediaType.APPLICATION_JSON_VALUE)
    Repaired repair(@PathVariable String id, InputStream body, Principal operator) throws IOException {
        Order order = JsonBodies.read(body, Order::from);
        Replay replay = replays.get(parsed(id));
        if (replay.state() != Replay.State.FINISHED) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT, "replay_not_finished", "Only a finished replay can be repaired from.");
        }
        return new Repaired(repairs.run(replay.id(), order.findings(), operator.getName(), order.reason()));
    }

    private static UUID parsed(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new ApiProblem(HttpStatus.NOT_FOUND, "replay_not_found", "There is no such replay here.");
        }
    }

    record Report(Replay replay, List<Finding> findings) {}

    record Repaired(List<Repairs.Outcome> outcomes) {}

    /** @param findings null for all */
    record Order(@Nullable Set<Integer> findings, String reason) {

        static Order from(JsonFields fields) {
            String reason = fields.requiredText("reason");
            List<String> named = fields.optionalIdentifiers("findings", MOST_FINDINGS);
            Set<Integer> numbers = new TreeSet<>();
            for (String name : named) {
                if (name.matches("[1-9][0-9]{0,8}")) {
                    numbers.add(Integer.parseInt(name));
                } else {
                    fields.errors()
                            .add(new FieldError(
                                    fields.at("findings"), "invalid_number", "Must be numbers of findings, as text."));
                }
            }
            return new Order(named.isEmpty() ? null : numbers, reason);
        }
    }
}

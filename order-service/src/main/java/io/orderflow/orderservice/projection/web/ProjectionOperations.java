package io.orderflow.orderservice.projection.web;

import io.orderflow.httpapi.json.JsonBodies;
import io.orderflow.httpapi.problem.ApiProblem;
import io.orderflow.orderservice.projection.replay.Generation;
import io.orderflow.orderservice.projection.replay.Generations;
import io.orderflow.orderservice.projection.replay.ReplayInProgressException;
import io.orderflow.orderservice.projection.replay.ReplayProgress;
import io.orderflow.orderservice.projection.replay.Replays;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What operators may do with the read model. */
@RestController
@RequestMapping(path = ProjectionOperations.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class ProjectionOperations {

    static final String PATH = "/operations/projections/order-summary";

    private final Replays replays;
    private final Generations generations;

    ProjectionOperations(Replays replays, Generations generations) {
        this.replays = replays;
        this.generations = generations;
    }

    /** What is there, with the content of the table in use: reads all of it. */
    @GetMapping
    ProjectionView show() {
        return ProjectionView.of(generations, replays);
    }

    /** Starts a replay on this node, or goes on with the one that was interrupted. */
    @PostMapping(path = "/replays", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReplayView> start(HttpServletRequest request, Principal operator) throws IOException {
        Replays.Request wanted = JsonBodies.read(
                request.getInputStream(),
                fields -> new Replays.Request(
                        operator.getName(),
                        fields.oneOf("unfinished", Unfinished.class) == Unfinished.DISCARD,
                        fields.optionalText("acceptDifferencesBecause")));
        try {
            ReplayProgress started = replays.start(wanted);
            return ResponseEntity.accepted()
                    .location(
                            URI.create(PATH + "/replays/" + started.generation().number()))
                    .body(ReplayView.of(started));
        } catch (ReplayInProgressException e) {
            throw inProgress(e.run());
        }
    }

    /** What becomes of a replay that was interrupted or found differences. */
    private enum Unfinished {
        RESUME,
        DISCARD
    }

    @GetMapping("/replays/{generation}")
    ReplayView progress(@PathVariable("generation") int generation) {
        return replays.progress(generation)
                .map(ReplayView::of)
                .orElseThrow(() ->
                        new ApiProblem(HttpStatus.NOT_FOUND, "generation_not_found", "There is no such generation."));
    }

    /** Drops the table of a generation that was in use once. */
    @PostMapping("/generations/{generation}/removal")
    ResponseEntity<Void> drop(@PathVariable("generation") int generation) {
        if (!generations.drop(generation)) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "generation_not_old",
                    "Only the table of an old generation can be dropped; %d is none.".formatted(generation));
        }
        return ResponseEntity.noContent().build();
    }

    private static ApiProblem inProgress(Generation.@Nullable Run run) {
        if (run == null) {
            return new ApiProblem(HttpStatus.CONFLICT, "replay_running", "A replay is just beginning or ending.");
        }
        return new ApiProblem(
                        HttpStatus.CONFLICT,
                        "replay_running",
                        "A replay is running: started by %s at %s, on %s.".formatted(run.by(), run.beganAt(), run.on()))
                .with("startedBy", run.by())
                .with("startedAt", run.beganAt())
                .with("node", run.on());
    }
}

package io.orderflow.cli.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.cli.stack.Answer;
import io.orderflow.cli.stack.Refusal;
import io.orderflow.cli.stack.Stack;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the process engine knows about models, as a user of Cockpit may ask it. For one thread. */
public final class Engine {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REST = "/camunda/api/engine/engine/default";
    /** What the engine adds to an activity's id for the frame around its instances; nobody stands there. */
    private static final String FRAME = "#multiInstanceBody";

    private final WebappSession session;

    public Engine(WebappSession session) {
        this.session = session;
    }

    public static Engine of(Stack stack) {
        return new Engine(new WebappSession(
                stack.cockpit(), "cockpit", stack.credential("cockpit.user"), stack.credential("cockpit.password")));
    }

    /** Every deployed version, by key, the newest first. */
    public List<Definition> definitions() {
        JsonNode answer =
                require(() -> session.get(REST + "/process-definition/statistics?incidents=true&failedJobs=false"));
        return answer.valueStream()
                .map(Definition::of)
                .sorted(Comparator.comparing(Definition::key)
                        .thenComparing(
                                Comparator.comparingInt(Definition::version).reversed()))
                .toList();
    }

    public byte[] model(Definition definition) {
        JsonNode answer = require(() -> session.get(path(definition) + "/xml"));
        return answer.path("bpmn20Xml").asText().getBytes(StandardCharsets.UTF_8);
    }

    /** How many tokens stand on each activity; for a multi-instance activity each of its instances counts. */
    public Map<String, Long> standing(Definition definition) {
        Map<String, Long> standing = new TreeMap<>();
        for (JsonNode activity : require(() -> session.get(path(definition) + "/statistics"))) {
            String id = activity.path("id").asText();
            long instances = activity.path("instances").asLong();
            if (!id.endsWith(FRAME) && instances > 0) {
                standing.put(id, instances);
            }
        }
        return standing;
    }

    /** What the engine would do with instances of one version to make them instances of another; changes nothing. */
    public MigrationPlan plan(Definition source, Definition target) {
        ObjectNode request = JSON.createObjectNode()
                .put("sourceProcessDefinitionId", source.id())
                .put("targetProcessDefinitionId", target.id())
                .put("updateEventTriggers", true);
        JsonNode plan = require(() -> session.post(REST + "/migration/generate", request));
        Map<String, String> targets = new LinkedHashMap<>();
        for (JsonNode step : plan.path("instructions")) {
            targets.put(
                    step.path("sourceActivityIds").path(0).asText(),
                    step.path("targetActivityIds").path(0).asText());
        }
        List<String> failures = new ArrayList<>();
        JsonNode report = require(() -> session.post(REST + "/migration/validate", plan));
        for (JsonNode step : report.path("instructionReports")) {
            step.path("failures").forEach(failure -> failures.add(failure.asText()));
        }
        return new MigrationPlan(plan, targets, failures);
    }

    /** Ids of running instances of a version, at most so many. */
    public List<String> instances(Definition definition, int most) {
        return require(() -> session.get("%s/process-instance?processDefinitionId=%s&maxResults=%d"
                        .formatted(REST, encode(definition.id()), most)))
                .valueStream()
                .map(instance -> instance.path("id").asText())
                .toList();
    }

    /** Moves one instance in one transaction: wholly or, where the engine refuses, not at all. */
    public Answer migrate(MigrationPlan plan, String instanceId) {
        ObjectNode request = JSON.createObjectNode();
        request.set("migrationPlan", plan.body());
        request.putArray("processInstanceIds").add(instanceId);
        return send(() -> session.post(REST + "/migration/execute", request));
    }

    /** Deploys files together, as one deployment; the answer is the engine's, also where it refuses. */
    public Answer deploy(String name, Map<String, byte[]> files) {
        Multipart form = new Multipart()
                .field("deployment-name", name)
                .field("deployment-source", "orderflow")
                .field("enable-duplicate-filtering", "true")
                .field("deploy-changed-only", "true");
        files.forEach(form::file);
        return send(() -> session.post(REST + "/deployment/create", form.contentType(), form.body()));
    }

    private static String path(Definition definition) {
        return REST + "/process-definition/" + encode(definition.id());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode require(Call call) {
        Answer answer = send(call);
        if (!answer.isSuccess()) {
            throw new Refusal("the engine refuses: %s (%d). Next: ./orderflow status"
                    .formatted(answer.body().path("message").asText("no details"), answer.status()));
        }
        return answer.body();
    }

    private static Answer send(Call call) {
        try {
            return call.send();
        } catch (IOException e) {
            throw new Refusal("the engine does not answer: " + e.getMessage() + ". Next: ./orderflow status");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted");
        }
    }

    @FunctionalInterface
    private interface Call {
        Answer send() throws IOException, InterruptedException;
    }
}

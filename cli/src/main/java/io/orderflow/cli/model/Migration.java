package io.orderflow.cli.model;

import io.orderflow.cli.engine.Engine;
import io.orderflow.cli.engine.MigrationPlan;
import io.orderflow.cli.stack.Answer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of instances that were to move.
 *
 * @param refused why some stayed where they are, and how many
 */
record Migration(int moved, Map<String, Integer> refused) {

    /** One by one: what the engine refuses for one instance is no reason for the others to stay. */
    static Migration run(Engine engine, MigrationPlan plan, List<String> instances) {
        int moved = 0;
        Map<String, Integer> refused = new TreeMap<>();
        for (String instance : instances) {
            Answer answer = engine.migrate(plan, instance);
            if (answer.isSuccess()) {
                moved++;
            } else {
                refused.merge(reason(answer, instance), 1, Integer::sum);
            }
        }
        return new Migration(moved, refused);
    }

    /** Without the instance's id, so that the same reason is counted and not repeated. */
    private static String reason(Answer answer, String instance) {
        return answer.body()
                .path("message")
                .asText("no details (" + answer.status() + ")")
                .replace(instance, "…");
    }
}

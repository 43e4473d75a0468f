package io.orderflow.fulfillmentmock.scenarios;

import io.orderflow.fulfillmentmock.latency.LatencyDistribution.Bounds;
import io.orderflow.fulfillmentmock.scenarios.Scenario.Scope;
import io.orderflow.fulfillmentmock.scenarios.Scenario.Target;
import io.orderflow.fulfillmentmock.scenarios.ScenarioSet.Owned;
import io.orderflow.fulfillmentmock.scenarios.ScenarioSet.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The scenarios of all tenants, kept in the database so that all nodes agree. Thread safe. */
@Repository
public class Scenarios {

    private final JdbcClient jdbc;

    Scenarios(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sets what happens to requests that arrive from now on, in place of what was said about the same target before. */
    public void put(String tenantId, Scenario scenario) {
        Bounds latency = scenario.latency();
        targeted(ScenarioSql.PUT, tenantId, scenario.target())
                .param("behaviour", scenario.behaviour().name())
                .param("failures", scenario.failures())
                .param("copies", scenario.copies())
                .param("errorCode", scenario.errorCode())
                .param("errorMessage", scenario.errorMessage())
                .param("minLatencyMillis", latency == null ? null : latency.minMillis())
                .param("maxLatencyMillis", latency == null ? null : latency.maxMillis())
                .update();
    }

    /** All of a tenant's. */
    public List<Scenario> ofTenant(String tenantId) {
        return jdbc.sql(ScenarioSql.OF_TENANT)
                .param("tenantId", tenantId)
                .query((row, number) -> scenario(row))
                .list();
    }

    /** @return how many there were: none or one */
    public int remove(String tenantId, Target target) {
        return targeted(ScenarioSql.REMOVE, tenantId, target).update();
    }

    /** Removes all of a tenant's and returns how many there were. */
    public int clear(String tenantId) {
        return jdbc.sql(ScenarioSql.CLEAR).param("tenantId", tenantId).update();
    }

    /** What is in force now for some requests. */
    public ScenarioSet inForce(Collection<Subject> subjects) {
        Set<String> tenants = new HashSet<>();
        Set<String> targets = new HashSet<>(Set.of(Target.DEFAULT.name()));
        for (Subject subject : subjects) {
            tenants.add(subject.tenantId());
            targets.add(subject.orderLineId());
            targets.add(subject.offerId());
        }
        Map<Owned, Scenario> found = new HashMap<>();
        jdbc.sql(ScenarioSql.IN_FORCE)
                .param("tenantIds", tenants.toArray(String[]::new))
                .param("targets", targets.toArray(String[]::new))
                .query(row -> {
                    Scenario scenario = scenario(row);
                    found.put(new Owned(row.getString("tenant_id"), scenario.target()), scenario);
                });
        return new ScenarioSet(found);
    }

    private JdbcClient.StatementSpec targeted(String sql, String tenantId, Target target) {
        return jdbc.sql(sql)
                .param("tenantId", tenantId)
                .param("scope", target.scope().name())
                .param("target", target.name());
    }

    private static Scenario scenario(ResultSet row) throws SQLException {
        return new Scenario(
                new Target(Scope.valueOf(row.getString("scope")), row.getString("target")),
                Behaviour.valueOf(row.getString("behaviour")),
                row.getInt("failures"),
                row.getInt("copies"),
                row.getString("error_code"),
                row.getString("error_message"),
                latency(row));
    }

    private static @Nullable Bounds latency(ResultSet row) throws SQLException {
        Integer min = row.getObject("min_latency_millis", Integer.class);
        return min == null ? null : new Bounds(min, row.getInt("max_latency_millis"));
    }
}

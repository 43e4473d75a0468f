package io.orderflow.orderservice.projection.persistence;

import io.orderflow.orderservice.projection.ProjectedOrder;
import io.orderflow.orderservice.projection.Summaries;
import io.orderflow.orderservice.projection.SummaryKey;
import io.orderflow.orderservice.projection.SummaryPages;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes through the view, so that it never has to know which table is in use. */
@Repository
class JdbcSummaries implements Summaries, SummaryPages {

    private final JdbcClient jdbc;
    private final SummaryRows rows;
    private final Positions positions;

    JdbcSummaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.rows = new SummaryRows(jdbc, SummaryRowsSql.IN_USE);
        this.positions = new Positions(jdbc);
    }

    @Override
    public Map<SummaryKey, ProjectedOrder> load(Collection<SummaryKey> keys) {
        jdbc.sql(LockSql.SHARE_IN_USE).query(row -> {});
        return rows.load(keys);
    }

    @Override
    public void save(Collection<ProjectedOrder> changed, Map<Integer, Long> reached) {
        rows.save(changed);
        positions.reachInUse(reached);
    }

    @Override
    public List<ProjectedOrder> list(Query query) {
        return jdbc.sql(SummaryRowsSql.LIST)
                .param("tenant", query.tenantId())
                .param("status", query.status() == null ? null : query.status().name())
                .param("before", query.before())
                .param("size", query.size())
                .query((row, i) -> SummaryRows.read(row))
                .list();
    }
}

package io.orderflow.orderservice.projection.persistence;

import io.orderflow.orderservice.projection.ProjectedOrder;
import io.orderflow.orderservice.projection.SummaryKey;
import io.orderflow.orderservice.projection.replay.Comparison;
import io.orderflow.orderservice.projection.replay.Content;
import io.orderflow.orderservice.projection.replay.Generation;
import io.orderflow.orderservice.projection.replay.Generation.State;
import io.orderflow.orderservice.projection.replay.Generations;
import io.orderflow.orderservice.projection.replay.RunLock;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which table is in use is said by the view. Its definition and the state of the generation change in one transaction,
 * and so does the table itself when a generation comes or goes.
 */
@Repository
@Transactional
class JdbcGenerations implements Generations {

    private final DataSource database;
    private final JdbcClient jdbc;
    private final Positions positions;
    private final TableComparison tables;
    private final Clock clock;

    JdbcGenerations(DataSource database, JdbcClient jdbc, Clock clock) {
        this.database = database;
        this.jdbc = jdbc;
        this.positions = new Positions(jdbc);
        this.tables = new TableComparison(jdbc);
        this.clock = clock;
    }

    @Override
    public List<Generation> all() {
        return jdbc.sql(GenerationSql.ALL)
                .query((row, i) -> GenerationRows.read(row))
                .list();
    }

    @Override
    public Content content(int generation) {
        return tables.content(Generation.table(generation));
    }

    @Override
    public Map<Integer, Long> positions(int generation) {
        return positions.of(generation);
    }

    @Override
    public Optional<RunLock> tryLock() {
        return JdbcRunLock.tryTake(database);
    }

    @Override
    public boolean isRunning() {
        return jdbc.sql(LockSql.IS_RUNNING).query(Boolean.class).single();
    }

    @Override
    public Generation begin(String by, String node) {
        int number = unfinished().map(Generation::number).orElseGet(() -> create(by));
        jdbc.sql(GenerationSql.BEGIN_RUN)
                .param("by", by)
                .param("node", node)
                .param("now", now())
                .param("number", number)
                .update();
        return get(number);
    }

    private int create(String by) {
        int number = jdbc.sql(GenerationSql.INSERT)
                .param("now", now())
                .param("by", by)
                .query(Integer.class)
                .single();
        jdbc.sql(GenerationSql.CREATE_TABLE.formatted(Generation.table(number))).update();
        return number;
    }

    @Override
    public void discardUnfinished() {
        unfinished().ifPresent(generation -> remove(generation.number(), State.DISCARDED, "BUILDING", "DIFFERENT"));
    }

    @Override
    public Map<SummaryKey, ProjectedOrder> load(int generation, Collection<SummaryKey> keys) {
        return new SummaryRows(jdbc, Generation.table(generation)).load(keys);
    }

    @Override
    public void store(int generation, Collection<ProjectedOrder> rows, Map<Integer, Long> reached) {
        new SummaryRows(jdbc, Generation.table(generation)).save(rows);
        positions.reach(generation, reached);
    }

    @Override
    public void progress(int generation, Generation.Run run) {
        jdbc.sql(GenerationSql.PROGRESS)
                .param("events", run.events())
                .param("millis", run.millis())
                .param("skipped", run.skipped())
                .param("early", run.early())
                .param("number", generation)
                .update();
    }

    @Override
    public void failed(int generation, String failure) {
        jdbc.sql(GenerationSql.FAILED)
                .param("failure", failure)
                .param("number", generation)
                .update();
    }

    @Override
    public Generation finish(int generation, CatchUp catchUp, @Nullable String acceptBecause) {
        jdbc.sql(LockSql.WAIT_NOT_LONG).update();
        jdbc.sql(LockSql.TAKE_IN_USE).query(row -> {});
        catchUp.to(positions.inUse());
        Comparison comparison = tables.compare(SummaryRowsSql.IN_USE, Generation.table(generation));
        jdbc.sql(GenerationSql.COMPARED)
                .param("oldRows", comparison.inUse().rows())
                .param("oldChecksum", comparison.inUse().checksum())
                .param("newRows", comparison.rebuilt().rows())
                .param("newChecksum", comparison.rebuilt().checksum())
                .param("differing", comparison.differing())
                .param("differences", GenerationRows.json(comparison.differences()))
                .param("number", generation)
                .update();
        if (comparison.isEqual() || acceptBecause != null) {
            jdbc.sql(GenerationSql.LEAVE_USE).update();
            jdbc.sql(GenerationSql.COME_INTO_USE)
                    .param("now", now())
                    .param("because", comparison.isEqual() ? null : acceptBecause)
                    .param("number", generation)
                    .update();
            jdbc.sql(GenerationSql.REPLACE_VIEW.formatted(Generation.table(generation)))
                    .update();
        }
        return get(generation);
    }

    @Override
    public boolean drop(int generation) {
        return remove(generation, State.DROPPED, State.OLD.name());
    }

    private boolean remove(int generation, State state, String... from) {
        int changed = jdbc.sql(GenerationSql.LEAVE)
                .param("state", state.name())
                .param("number", generation)
                .param("from", from)
                .update();
        if (changed == 1) {
            jdbc.sql(GenerationSql.FORGET_POSITIONS).param("number", generation).update();
            jdbc.sql(GenerationSql.DROP_TABLE.formatted(Generation.table(generation)))
                    .update();
        }
        return changed == 1;
    }

    private Optional<Generation> unfinished() {
        return all().stream().filter(each -> each.state().isUnfinished()).findFirst();
    }

    private Generation get(int number) {
        return all().stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("generation " + number));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}

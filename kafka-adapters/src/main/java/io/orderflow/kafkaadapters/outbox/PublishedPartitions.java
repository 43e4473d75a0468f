package io.orderflow.kafkaadapters.outbox;

import io.orderflow.kafkaadapters.upkeep.UpkeepJob;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the partitions of the window ahead of time and drops those whose youngest row has left it. By the database's
 * clock, like the rows themselves.
 */
final class PublishedPartitions implements UpkeepJob {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedPartitions.class);

    static final Duration SPAN = Duration.ofMinutes(15);
    private static final int AHEAD = 8;
    private static final String PREFIX = "outbox_published_";
    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("yyyyMMdd't'HHmm").withZone(ZoneOffset.UTC);

    private final JdbcClient jdbc;
    private final Duration window;

    PublishedPartitions(JdbcClient jdbc, Duration window) {
        this.jdbc = jdbc;
        this.window = window;
    }

    @Override
    public String name() {
        return "outbox.published-partitions";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    /** What the relay needs before it starts. */
    void prepare() {
        if (!window.isZero()) {
            createAhead(now());
        }
    }

    @Override
    public void run() {
        maintain(now());
    }

    private Instant now() {
        return jdbc.sql(PublishedSql.NOW).query(Timestamp.class).single().toInstant();
    }

    void maintain(Instant now) {
        if (!window.isZero()) {
            createAhead(now);
        }
        Instant horizon = now.minus(window);
        for (String name : names()) {
            if (!startOf(name).plus(SPAN).isAfter(horizon)) {
                LOG.info("Dropping {}: its rows are older than {}", name, window);
                jdbc.sql(PublishedSql.drop(name)).update();
            }
        }
        jdbc.sql(PublishedSql.CLEAR_DEFAULT)
                .param("before", Timestamp.from(horizon))
                .update();
    }

    private void createAhead(Instant now) {
        List<String> existing = names();
        long span = SPAN.toSeconds();
        Instant start = Instant.ofEpochSecond(now.getEpochSecond() / span * span);
        for (int i = 0; i <= AHEAD; i++) {
            Instant from = start.plus(SPAN.multipliedBy(i));
            String name = PREFIX + START.format(from);
            if (!existing.contains(name)) {
                create(name, from);
            }
        }
    }

    private void create(String name, Instant from) {
        try {
            jdbc.sql(PublishedSql.create(name, from, from.plus(SPAN))).update();
        } catch (DataAccessException e) {
            // Rows of this span already lie in the default partition; they stay there until they leave the window.
            LOG.warn(
                    "No partition {}: {}",
                    name,
                    String.valueOf(e.getMostSpecificCause().getMessage()));
        }
    }

    List<String> names() {
        return jdbc.sql(PublishedSql.PARTITIONS).query(String.class).list();
    }

    private static Instant startOf(String name) {
        return START.parse(name.substring(PREFIX.length()), Instant::from);
    }
}

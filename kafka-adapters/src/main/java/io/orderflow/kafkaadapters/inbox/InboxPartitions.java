package io.orderflow.kafkaadapters.inbox;

import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The weekly partitions of the ledger: made ahead, dropped as a whole when they have outlived their use. */
final class InboxPartitions {

    private static final Logger LOG = LoggerFactory.getLogger(InboxPartitions.class);
    private static final int WEEKS_AHEAD = 4;
    private static final DateTimeFormatter SUFFIX = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final Pattern NAME = Pattern.compile("inbox_event_(\\d{8})");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    InboxPartitions(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Makes what is missing from the week of {@code now} on. Safe on several nodes at once: one works, the others wait. */
    void createAhead(Instant now) {
        LocalDate monday =
                now.atZone(ZoneOffset.UTC).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (int week = 0; week <= WEEKS_AHEAD; week++) {
            create(monday.plusWeeks(week));
        }
    }

    /** Drops every week that ended before {@code horizon}, and what old ids of other kinds are left beside them. */
    void dropBefore(Instant horizon) {
        for (String name : jdbc.sql(PartitionSql.NAMES).query(String.class).list()) {
            Matcher week = NAME.matcher(name);
            if (week.matches()
                    && !start(LocalDate.parse(week.group(1), SUFFIX).plusWeeks(1))
                            .isAfter(horizon)) {
                transaction.executeWithoutResult(status -> {
                    jdbc.sql(PartitionSql.LOCK_TIMEOUT).update();
                    jdbc.sql(PartitionSql.drop(name)).update();
                });
                LOG.info("Dropped {}: its events are older than the ledger is kept", name);
            }
        }
        jdbc.sql(PartitionSql.RETIRE_OTHER)
                .param("before", Timestamp.from(horizon))
                .update();
    }

    private void create(LocalDate monday) {
        String name = "inbox_event_" + SUFFIX.format(monday);
        String from = lowestId(start(monday)).toString();
        String to = lowestId(start(monday.plusWeeks(1))).toString();
        transaction.executeWithoutResult(status -> {
            jdbc.sql(PartitionSql.ONE_AT_A_TIME).query(Object.class).single();
            if (jdbc.sql(PartitionSql.EXISTS)
                    .param("name", name)
                    .query(Boolean.class)
                    .single()) {
                return;
            }
            jdbc.sql(PartitionSql.LOCK_TIMEOUT).update();
            jdbc.sql(PartitionSql.create(name)).update();
            jdbc.sql(PartitionSql.move(name))
                    .param("from", from)
                    .param("to", to)
                    .update();
            jdbc.sql(PartitionSql.attach(name, from, to)).update();
        });
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The smallest time-ordered id of a moment: 48 bits of milliseconds, then nothing. */
    private static UUID lowestId(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16, 0);
    }
}

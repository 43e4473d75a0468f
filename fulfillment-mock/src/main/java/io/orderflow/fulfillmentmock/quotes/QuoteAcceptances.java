package io.orderflow.fulfillmentmock.quotes;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The quotes that were accepted. */
@Repository
class QuoteAcceptances {

    private final JdbcClient jdbc;

    QuoteAcceptances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False if the quote was accepted before. */
    boolean add(String tenantId, AcceptedQuote quote) {
        return jdbc.sql(QuoteAcceptanceSql.ADD)
                        .param("tenantId", tenantId)
                        .param("quoteId", quote.quoteId())
                        .param("requestHash", quote.requestHash())
                        .param("acceptedAt", quote.acceptedAt().atOffset(ZoneOffset.UTC))
                        .param("oneTimeTotal", quote.oneTimeTotal())
                        .param("commercialSnapshotHash", quote.commercialSnapshotHash())
                        .update()
                == 1;
    }

    AcceptedQuote get(String tenantId, String quoteId) {
        return jdbc.sql(QuoteAcceptanceSql.FIND)
                .param("tenantId", tenantId)
                .param("quoteId", quoteId)
                .query((row, number) -> new AcceptedQuote(
                        quoteId,
                        row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
                        row.getString("one_time_total"),
                        row.getString("commercial_snapshot_hash"),
                        row.getString("request_hash")))
                .single();
    }
}

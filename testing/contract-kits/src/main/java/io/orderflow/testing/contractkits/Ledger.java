package io.orderflow.testing.contractkits;

import java.util.Optional;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a consumer group has noted about single records. Found by position, because a broken record may have no id. */
record Ledger(JdbcClient jdbc, String group) {

    /** @param code why, for what was refused; otherwise empty */
    record Verdict(String outcome, String code, String reason) {

        boolean isFinal() {
            return !outcome.equals("PARKED") && !outcome.equals("RETRYING");
        }

        boolean isInTurn() {
            return isFinal() || (outcome.equals("PARKED") && !code.equals("version_gap"));
        }
    }

    /** The first verdict, whatever it is. */
    Verdict verdict(RecordMetadata sent) {
        return Patience.await("a verdict of " + group + " about " + sent)
                .until(() -> current(sent), Optional::isPresent)
                .orElseThrow();
    }

    /** The verdict after all waiting. */
    Verdict finalVerdict(RecordMetadata sent) {
        return Patience.await("a final verdict of " + group + " about " + sent)
                .until(() -> current(sent), verdict -> verdict.filter(Verdict::isFinal)
                        .isPresent())
                .orElseThrow();
    }

    /** The verdict as soon as it is the event's turn: it waits for no earlier version any more, though perhaps for something else. */
    Verdict verdictInTurn(RecordMetadata sent) {
        return Patience.await("the turn of " + sent + " in " + group)
                .until(() -> current(sent), verdict -> verdict.filter(Verdict::isInTurn)
                        .isPresent())
                .orElseThrow();
    }

    private Optional<Verdict> current(RecordMetadata sent) {
        return jdbc.sql(LedgerSql.VERDICT)
                .param("consumer", group)
                .param("topic", sent.topic())
                .param("partition", sent.partition())
                .param("offset", sent.offset())
                .query(Verdict.class)
                .optional();
    }
}

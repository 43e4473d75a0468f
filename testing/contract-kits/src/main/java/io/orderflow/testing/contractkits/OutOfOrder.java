package io.orderflow.testing.contractkits;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.testing.contractkits.Ledger.Verdict;
import java.util.Optional;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Events that arrive in another order than their aggregate's versions, by what the topic promises about versions. */
record OutOfOrder(Consumption consumption, EventContracts contracts) {

    /** Every version comes some time, so one that comes too early waits and has its effect right behind the missing one. */
    void earlyVersionWaits() {
        Object before = consumption.effects();
        RecordMetadata early = consumption.send(consumption.another(consumption.version() + 1));
        assertThat(consumption.ledger().verdict(early).outcome()).isEqualTo("PARKED");
        assertThat(consumption.effects()).as("effects while it waits").isEqualTo(before);

        Optional<ObjectNode> irrelevant = irrelevantEvent();
        consumption.send(irrelevant.orElseGet(consumption::value));
        Verdict verdict = consumption.ledger().verdictInTurn(early);
        if (irrelevant.isPresent()) {
            assertThat(verdict.outcome()).isEqualTo("APPLIED");
        } else {
            // The missing one said the same, so the business may have nothing left to do, or nobody who waits for it
            // twice.
            assertThat(verdict.outcome()).isIn("APPLIED", "STALE", "IGNORED", "PARKED");
        }
        assertThat(consumption.effects()).as("effects afterwards").isNotEqualTo(before);
    }

    /** Not every version comes, so one that is older than what was applied speaks of the past. */
    void olderVersionIsStale() {
        RecordMetadata newer = consumption.send(consumption.another(consumption.version() + 1));
        assertThat(consumption.ledger().verdict(newer).outcome()).isEqualTo("APPLIED");
        Object after = consumption.effects();

        RecordMetadata older = consumption.send();
        assertThat(consumption.ledger().finalVerdict(older).outcome()).isEqualTo("STALE");
        assertThat(consumption.effects()).as("effects after the older one").isEqualTo(after);
    }

    /** An event of the same topic that the group does not handle: it takes up the version and does nothing. */
    private Optional<ObjectNode> irrelevantEvent() {
        return contracts.all().stream()
                .filter(contract ->
                        contract.topic().equals(consumption.contract().topic()))
                .map(contract -> contract.definition().eventType())
                .filter(type -> consumption.subscription().payloadType(type) == null)
                .findFirst()
                .map(type -> ExampleEvents.about(type, consumption.aggregateId(), consumption.version()));
    }
}

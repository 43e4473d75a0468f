package io.orderflow.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.cli.records.SeenRecord;
import io.orderflow.cli.show.Cast.Declined;
import io.orderflow.cli.show.Cast.Part;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromisesTest {

    private static final Candidate ORDER = new Candidate("1", "q", false, BigDecimal.TEN, List.of("A"));
    private static final Cast CAST = new Cast(
            List.of("A"),
            List.of("B"),
            List.of(new Part(ORDER, "C")),
            List.of("D"),
            List.of(ORDER),
            Optional.of(new Declined(ORDER, BigDecimal.ONE)));

    private final List<SeenRecord> records = new ArrayList<>();

    @Test
    void whatWasSeenIsKept() {
        seeEverything();

        assertThat(Promises.broken(CAST, Sightings.of(records))).isEmpty();
    }

    @Test
    void eachThatWasNotSeenIsTold() {
        for (String type : List.of(
                "OrderApprovalRequested",
                "ApprovalDeclined",
                "OrderCancellationDecided",
                "OrderLineRetryDecided",
                "OrderLineWaiverDecided",
                "OrderLineWaived",
                "OrderJeopardyRaised",
                "OrderLineReversed",
                "OrderCancelled")) {
            seeEverything();
            records.removeIf(each -> each.type().equals(type));

            assertThat(Promises.broken(CAST, Sightings.of(records))).as(type).isNotEmpty();
        }
    }

    @Test
    void nothingIsPromisedWithoutACast() {
        Cast nobody = new Cast(List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty());

        assertThat(Promises.broken(nobody, Sightings.of(List.of()))).isEmpty();
        assertThat(Promises.notMade(nobody)).hasSize(5);
    }

    private void seeEverything() {
        records.clear();
        see("ord_1", "OrderApprovalRequested", Map.of());
        see("ord_1", "ApprovalDeclined", Map.of());
        see("ord_1", "OrderCancellationDecided", Map.of("cause", "APPROVAL_DECLINED"));
        see("ord_1", "OrderCancelled", Map.of("reason", "too much"));
        see("ord_2", "OrderLineRetryDecided", Map.of());
        see("ord_3", "OrderLineWaiverDecided", Map.of());
        see("ord_3", "OrderLineWaived", Map.of());
        see("ord_4", "OrderLineWaived", Map.of());
        see("ord_5", "OrderJeopardyRaised", Map.of());
        see("ord_6", "OrderCancelled", Map.of("reason", Reasons.WITHDRAWN));
        see("ord_6", "OrderLineReversed", Map.of());
    }

    private void see(String orderId, String type, Map<String, String> payload) {
        ObjectNode event = new ObjectMapper().createObjectNode();
        payload.forEach((field, value) -> event.withObject("/payload").put(field, value));
        records.add(new SeenRecord("t", 0, records.size(), Instant.EPOCH, orderId, type, event));
    }
}

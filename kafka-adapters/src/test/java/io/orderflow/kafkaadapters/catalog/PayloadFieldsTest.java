package io.orderflow.kafkaadapters.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the schemas name, through the references between them. */
class PayloadFieldsTest {

    private final EventCatalog catalog = EventCatalog.load();

    @Test
    void namesEverySingleValueAlsoThoseInsideObjects() {
        assertThat(fieldsOf("OrderLineFailed"))
                .containsExactlyInAnyOrder(
                        "orderId",
                        "orderLineId",
                        "failedAt",
                        "attempt",
                        "errorCode",
                        "reason",
                        "retryable",
                        "line.offerId",
                        "line.action",
                        "line.quantity",
                        "line.description",
                        "providerReference");
    }

    @Test
    void followsReferencesToObjects() {
        assertThat(fieldsOf("ApprovalGranted"))
                .contains("totals.oneTimeTotal", "totals.recurringTotal")
                .doesNotContain("totals");
    }

    @Test
    void leavesListsOut() {
        assertThat(fieldsOf("OrderCancelled")).contains("reason").noneMatch(field -> field.startsWith("lines"));
    }

    @Test
    void everyCataloguedEventHasSome() {
        assertThat(catalog.definitions()).isNotEmpty().allSatisfy(definition -> assertThat(
                        catalog.payloadFields(definition))
                .as(definition.schemaRef())
                .isNotEmpty());
    }

    private Set<String> fieldsOf(String eventType) {
        return catalog.payloadFields(catalog.newest(eventType).orElseThrow());
    }
}

package io.orderflow.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.Topic;
import io.orderflow.contractchecks.compatibility.IsCompatible;
import io.orderflow.contractchecks.compatibility.Release;
import io.orderflow.contractchecks.rules.Rule;
import io.orderflow.contractchecks.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contracts keep to every rule and to what was released. That each rule fires is shown where the rules are. */
class CatalogueTest {

    private static final Catalogue CATALOGUE = Contracts.CATALOGUE;

    static List<Rule> rules() {
        return Rules.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isKept(Rule rule) {
        assertThat(rule.check(CATALOGUE)).as(rule.code()).isEmpty();
    }

    @Test
    void nothingThatWasReleasedIsBroken() {
        Release release = Release.read(Contracts.FOLDER).orElseThrow();

        assertThat(release.catalogue().events()).isNotEmpty();
        assertThat(new IsCompatible(release, LocalDate.now()).check(CATALOGUE)).isEmpty();
    }

    @Test
    void everyFactOfAnOrderIsCatalogued() {
        assertThat(CATALOGUE.events())
                .extracting(Event::name)
                .containsExactlyInAnyOrder(
                        "QuoteAccepted",
                        "ApprovalGranted",
                        "ApprovalDeclined",
                        "OrderCaptured",
                        "OrderValidated",
                        "OrderRejected",
                        "OrderActivated",
                        "OrderLineStarted",
                        "OrderLineFulfillmentRequested",
                        "OrderLineFulfillmentCompleted",
                        "OrderLineFailed",
                        "OrderLineWaived",
                        "OrderCompleted",
                        "OrderCancelled",
                        "OrderCancellationRefused",
                        "OrderLineReversalRequested",
                        "OrderLineReversed",
                        "OrchestrationStarted",
                        "OrderApprovalRequested",
                        "OrderCancellationDecided",
                        "OrderLineReleased",
                        "OrderLineRetryDecided",
                        "OrderLineWaiverDecided",
                        "OrderJeopardyRaised",
                        "OrderLineReversalReleased",
                        "OrchestrationFinished",
                        "FulfillmentAccepted",
                        "FulfillmentCompleted",
                        "FulfillmentFailed",
                        "FulfillmentReversed",
                        "DeadLettersRecorded");
        assertThat(CATALOGUE.records())
                .extracting(contract -> contract.name())
                .containsExactlyInAnyOrder("audit-record", "dead-letter");
    }

    @Test
    void theAuditHearsEveryFactAndTheReadModelEveryOneOfAnOrder() {
        assertThat(CATALOGUE.topics().all()).filteredOn(Topic::lifecycle).allSatisfy(topic -> assertThat(
                        topic.consumers())
                .contains("audit-service.all-domain-events.consumer"));
        assertThat(CATALOGUE.events())
                .filteredOn(event -> !event.topicFolder().startsWith("platform."))
                .allSatisfy(event -> assertThat(event.ownership().consumers()).contains("audit-service"));
        assertThat(CATALOGUE.eventsOf("oms.order.events.v1"))
                .allSatisfy(event -> assertThat(event.ownership().consumers()).contains("projection-service"));
    }

    @Test
    void theReadmeTellsOfEveryRule() throws IOException {
        String readme = Files.readString(Contracts.FOLDER.resolve("README.md"));
        assertThat(rules()).allSatisfy(rule -> assertThat(readme).contains("`" + rule.code() + "`"));
        assertThat(readme).contains("`incompatible_change`");
    }
}

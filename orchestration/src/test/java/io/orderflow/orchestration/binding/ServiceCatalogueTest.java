package io.orderflow.orchestration.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.kafkaadapters.KafkaAdaptersProperties;
import io.orderflow.kafkaadapters.catalog.EventCatalog;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import io.orderflow.messagecorrelation.binding.EventCatalogue.CataloguedEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What models may be bound to in this service. */
class ServiceCatalogueTest {

    private final ServiceCatalogue catalogue = new ServiceCatalogue(
            EventCatalog.load(),
            new Binder(new MapConfigurationPropertySource(
                            Map.of("orderflow.kafka.service-name", "orchestration-service")))
                    .bind("orderflow.kafka", KafkaAdaptersProperties.class)
                    .get());

    @Test
    void everyEventOfTheTopicsThatTheServiceReadsIsOffered() {
        assertThat(catalogue.consumedTypes())
                .contains("OrderRejected", "OrderLineStarted", "ApprovalDeclined")
                .doesNotContain("QuoteAccepted", "FulfillmentCompleted", "OrchestrationStarted")
                .isSorted();
        assertThat(catalogue.find("OrderRejected")).hasValueSatisfying(event -> {
            assertThat(event.consumed()).isTrue();
            assertThat(event.fields()).contains("customerId").doesNotContain("reasons");
        });
    }

    @Test
    void anEventThatNobodyHereReadsIsKnownAsSuch() {
        assertThat(catalogue.find("QuoteAccepted")).map(CataloguedEvent::topic).contains("cpq.quote.events.v1");
        assertThat(catalogue.find("QuoteAccepted"))
                .map(CataloguedEvent::consumed)
                .contains(false);
        assertThat(catalogue.find("NoSuchEvent")).isEmpty();
    }

    @Test
    void aDeclaredTopicWithoutAnAdapterStopsTheStart() {
        InboxHandler approvals = adapter("cpq.approval.events.v1");

        assertThatThrownBy(() -> new DeclaredConsumption(catalogue, List.of(approvals)).afterSingletonsInstantiated())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("this service reads oms.order.events.v1: add an adapter");
        assertThatCode(() -> new DeclaredConsumption(catalogue, List.of(approvals, adapter("oms.order.events.v1")))
                        .afterSingletonsInstantiated())
                .doesNotThrowAnyException();
    }

    private static InboxHandler adapter(String topic) {
        return new InboxHandler() {
            @Override
            public InboxSubscription subscription() {
                return InboxSubscription.toTopic("orchestration-service.test.consumer", topic, Map.of());
            }

            @Override
            public List<HandlingOutcome> handle(List<InboxEvent> events) {
                throw new UnsupportedOperationException("nothing arrives");
            }
        };
    }
}

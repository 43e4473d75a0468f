package io.orderflow.kafkaadapters.consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.kafkaadapters.KafkaAdaptersProperties;
import io.orderflow.kafkaadapters.KafkaAdaptersProperties.UnknownVersion;
import io.orderflow.kafkaadapters.catalog.EventCatalog;
import io.orderflow.kafkaadapters.deadletter.DeadLetterStore;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import io.orderflow.kafkaadapters.failure.RetrySchedule;
import io.orderflow.kafkaadapters.inbox.AggregateVersions;
import io.orderflow.kafkaadapters.inbox.AwaitedRows;
import io.orderflow.kafkaadapters.inbox.Inbox;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import io.orderflow.kafkaadapters.inbox.ParkedEvent;
import io.orderflow.kafkaadapters.inbox.ParkedEvents;
import io.orderflow.kafkaadapters.outbox.RecordOutbox;
import io.orderflow.kafkaadapters.topics.TopicCatalog;
import io.orderflow.kafkaadapters.topics.VersionContract;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the parts together that work for one handler. */
final class ConsumptionFactory {

    private final Contracts contracts;
    private final Stores stores;
    private final Waking waking;
    private final KafkaAdaptersProperties settings;
    private final MeterRegistry registry;
    private final Admin admin;
    private final Clock clock;
    private final String serviceBuild;

    /** What is known about events and topics. */
    record Contracts(EventCatalog events, EnvelopeCodec codec, TopicCatalog topics) {}

    /** What is written in a batch's transaction. */
    record Stores(
            TransactionTemplate transaction,
            Inbox inbox,
            AggregateVersions versions,
            ParkedEvents parked,
            AwaitedRows awaited,
            DeadLetterStore deadLetters,
            RecordOutbox outbox) {}

    ConsumptionFactory(
            Contracts contracts,
            Stores stores,
            Waking waking,
            KafkaAdaptersProperties settings,
            MeterRegistry registry,
            Admin admin,
            Clock clock,
            String serviceBuild) {
        this.contracts = contracts;
        this.stores = stores;
        this.waking = waking;
        this.settings = settings;
        this.registry = registry;
        this.admin = admin;
        this.clock = clock;
        this.serviceBuild = serviceBuild;
    }

    Consumption of(InboxHandler handler) {
        String group = handler.subscription().consumerGroup();
        List<String> topics = handler.subscription().topics();
        ConsumerMeters meters = new ConsumerMeters(
                registry, clock, group, type -> contracts.events().newest(type).isPresent());
        RecordDecoder decoder =
                new RecordDecoder(contracts.events(), contracts.codec(), handler.subscription(), acceptance());
        RetrySchedule schedule = schedule(handler.subscription());
        FailureRouter failures = failures(group, schedule, meters);
        Handling handling = new Handling(handler, failures);
        BatchTransaction transaction = transaction(handler.subscription(), decoder, handling, failures);
        waking.desk().join(group, new AwaitingGroup(decoder, failures, meters));
        Ledger ledger = new Ledger(stores.inbox(), group);
        return new Consumption(
                handler.subscription(),
                schedule,
                new BatchConsumer(decoder, ledger, transaction, meters),
                new RetryListener(
                        new RetryConsumer(decoder, stores.inbox(), transaction, meters, group),
                        clock,
                        topics,
                        schedule),
                new ParkedSweep(stores.parked(), decoder, ledger, stores.inbox(), transaction, meters, clock, group),
                awaitedSweep(group, decoder, handling, failures, meters),
                new Redriver(
                        new Redrive.Tools(
                                stores.deadLetters(),
                                stores.inbox(),
                                ledger,
                                decoder,
                                new CorrectedRecords(contracts.codec())),
                        transaction,
                        meters,
                        settings.consumer().mostRedrives()),
                topics.stream()
                        .map(topic -> new ConsumerLag(admin, registry, group, topic))
                        .toList(),
                new ParkedMeters(stores.parked(), registry, clock, group),
                new DeadLetterMeters(stores.deadLetters(), registry, clock, group));
    }

    /** A failure's way through the retry topics is the group's, so its topics have to agree about the delays. */
    private RetrySchedule schedule(InboxSubscription subscription) {
        Set<RetrySchedule> schedules = subscription.topics().stream()
                .map(topic -> RetrySchedule.of(
                        contracts.topics().retryDelays(topic),
                        settings.consumer().retryDelays()))
                .collect(Collectors.toSet());
        if (schedules.size() != 1) {
            throw new IllegalStateException("The topics of " + subscription.consumerGroup()
                    + " have different retry delays. Give each topic a handler and a group of its own");
        }
        return schedules.iterator().next();
    }

    private VersionContract versions(InboxSubscription subscription) {
        if (subscription.everything()) {
            return VersionContract.NONE;
        }
        Set<VersionContract> contractsOfTopics = subscription.topics().stream()
                .map(contracts.topics()::versionContract)
                .collect(Collectors.toSet());
        if (contractsOfTopics.size() != 1) {
            throw new IllegalStateException("The topics of " + subscription.consumerGroup()
                    + " promise different things about versions. Give each topic a handler and a group of its own");
        }
        return contractsOfTopics.iterator().next();
    }

    private Acceptance acceptance() {
        return new Acceptance(
                settings.requiredTenants(),
                settings.consumer().ledgerRetention(),
                settings.consumer().unknownVersion() == UnknownVersion.PARK,
                clock);
    }

    private AwaitedSweep awaitedSweep(
            String group, RecordDecoder decoder, Handling handling, FailureRouter failures, ConsumerMeters meters) {
        AwaitedTransaction transaction = new AwaitedTransaction(
                stores.transaction(), stores.awaited(), decoder, handling, failures, waking.inHand(), group);
        return new AwaitedSweep(stores.awaited(), transaction, waking.aside(), meters, clock, group);
    }

    private FailureRouter failures(String group, RetrySchedule schedule, ConsumerMeters meters) {
        DeadLetterWriter deadLetters = new DeadLetterWriter(
                stores.deadLetters(),
                stores.outbox(),
                contracts.codec(),
                new DeadLetterAlerts(stores.outbox(), contracts.codec(), settings.requiredServiceName()),
                new DeadLetterNews(meters, clock, group),
                clock,
                new DeadLetterWriter.Sender(
                        group, serviceBuild, contracts.topics().maxMessageBytes()));
        return new FailureRouter(stores.outbox(), deadLetters, schedule, meters, clock, group);
    }

    private BatchTransaction transaction(
            InboxSubscription subscription, RecordDecoder decoder, Handling handling, FailureRouter failures) {
        String group = subscription.consumerGroup();
        return new BatchTransaction(
                stores.transaction(),
                stores.inbox(),
                handling,
                new VersionOrder(versions(subscription), stores.versions(), stores.parked(), decoder, group),
                new Parking(
                        stores.parked(),
                        clock,
                        Map.of(
                                ParkedEvent.Kind.EARLY, settings.consumer().earlyWait(),
                                ParkedEvent.Kind.UNKNOWN_VERSION,
                                        settings.consumer().unknownVersionWait()),
                        group),
                failures,
                group);
    }
}

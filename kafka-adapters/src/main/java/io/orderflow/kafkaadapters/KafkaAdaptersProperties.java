package io.orderflow.kafkaadapters;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code orderflow.kafka}. TLS and SASL come from the usual {@code spring.kafka.*} settings.
 *
 * @param serviceName the service's name in the catalogue: it may publish the events that name owns
 * @param alsoPublishesFor further owners; only for test doubles that play several outside systems
 * @param bootstrapServers brokers; null takes {@code spring.kafka.bootstrap-servers}
 * @param tenants the tenants whose events are accepted; any other is refused and reported
 */
@ConfigurationProperties("orderflow.kafka")
public record KafkaAdaptersProperties(
        @Nullable String serviceName,
        @DefaultValue List<String> alsoPublishesFor,
        @Nullable String bootstrapServers,
        @DefaultValue Set<String> tenants,
        @DefaultValue Consumer consumer,
        @DefaultValue Outbox outbox) {

    /**
     * @param concurrency consumer threads of each subscription; cores is a good number
     * @param maxPollRecords most events in one transaction
     * @param gather shortest time between two transactions of a thread that each have but a few events: what a hop may
     *     take longer so that a busy service makes fewer of them; zero makes none wait
     * @param earlyWait how long an event waits for an earlier version of its aggregate before it becomes a dead letter;
     *     longer than all retry delays together, because the earlier one may be on its way through them
     * @param unknownVersion what happens with an event of a version that this service does not know yet
     * @param unknownVersionWait how long such an event is parked at most
     * @param ledgerRetention how long a duplicate is recognised; longer than any topic keeps records
     * @param mostRedrives how often a dead letter may be brought back in vain before it is left alone
     * @param deadLetterRetention how long a dead letter is kept after it was decided about; open ones are kept for ever
     * @param retryDelays delays by name ({@code 15m}) where they differ from what the name says
     */
    public record Consumer(
            @DefaultValue("2") int concurrency,
            @DefaultValue("500") int maxPollRecords,
            @DefaultValue("20ms") Duration gather,
            @DefaultValue("2h") Duration earlyWait,
            @DefaultValue("dead_letter") UnknownVersion unknownVersion,
            @DefaultValue("14d") Duration unknownVersionWait,
            @DefaultValue("400d") Duration ledgerRetention,
            @DefaultValue("5") int mostRedrives,
            @DefaultValue("90d") Duration deadLetterRetention,
            @DefaultValue Map<String, Duration> retryDelays) {}

    /** What happens with an event of a version that the catalogue does not have. */
    public enum UnknownVersion {
        DEAD_LETTER,
        /** It waits in the database until the service has been upgraded. */
        PARK
    }

    /**
     * How the relay works.
     *
     * @param poll longest wait for new rows; those of the own process and, most of the time, of others wake it at once
     * @param batch most rows in one pass, over all shards; a single busy shard may have them all
     * @param lease how long a relay that died keeps its shards from the others
     * @param delivery how long the broker may take for a batch before it is taken back and sent anew
     * @param longestPause cap of the growing pause while the broker or the database is away; a quarter of the lease at most
     * @param shutdown how long a stop waits for the batch that is under way
     * @param publishedWindow how long published events can be sent once more; zero keeps none
     * @param afterParked what happens with the later events of a key after one that can never be sent
     */
    public record Outbox(
            @DefaultValue("100ms") Duration poll,
            @DefaultValue("4000") int batch,
            @DefaultValue("10s") Duration lease,
            @DefaultValue("30s") Duration delivery,
            @DefaultValue("5s") Duration longestPause,
            @DefaultValue("10s") Duration shutdown,
            @DefaultValue("1h") Duration publishedWindow,
            @DefaultValue("hold") AfterParked afterParked) {

        private static final Duration LONGEST_BLOCK = Duration.ofSeconds(2);

        /** How long a single call may wait for the broker: the relay must come back in time to renew its lease. */
        public Duration longestBlock() {
            return shorter(LONGEST_BLOCK, lease.dividedBy(4));
        }

        public Duration pauseWithinLease() {
            return shorter(longestPause, lease.dividedBy(4));
        }

        private static Duration shorter(Duration one, Duration other) {
            return one.compareTo(other) < 0 ? one : other;
        }
    }

    /** What happens with the later events of a key after one that can never be sent. */
    public enum AfterParked {
        /** They are parked behind it, in order, until an operator decides about the first. */
        HOLD,
        /** They are sent: the key goes on with a gap. */
        CONTINUE
    }

    public String requiredServiceName() {
        return required("service-name", serviceName);
    }

    public Set<String> publishesFor() {
        Set<String> owners = new HashSet<>(alsoPublishesFor);
        owners.add(requiredServiceName());
        return owners;
    }

    public Set<String> requiredTenants() {
        if (tenants.isEmpty()) {
            throw missing("tenants");
        }
        return tenants;
    }

    private static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw missing(name);
        }
        return value;
    }

    private static IllegalStateException missing(String name) {
        return new IllegalStateException("Set orderflow.kafka." + name);
    }
}

package io.orderflow.kafkaadapters;

import java.util.HashSet;
import java.util.List;
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
        @DefaultValue Consumer consumer) {

    /**
     * @param concurrency consumer threads of each subscription; cores is a good number
     * @param maxPollRecords most events in one transaction
     */
    public record Consumer(@DefaultValue("2") int concurrency, @DefaultValue("100") int maxPollRecords) {}

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

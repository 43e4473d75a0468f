package io.orderflow.fulfillmentmock.config;

import io.orderflow.httpapi.users.ApiPaths;
import io.orderflow.httpapi.users.KnownTenants;
import io.orderflow.kafkaadapters.KafkaAdaptersProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What users may call, and for which tenants. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    @Bean
    ApiPaths apiPaths() {
        return ApiPaths.of(
                "/quotes/*/acceptance",
                "/fulfillment-requests",
                "/fulfillment-answers",
                "/fulfillment-latency",
                "/fulfillment-pause",
                "/fulfillment-resume",
                "/fulfillment-scenarios",
                "/fulfillment-outage",
                "/approvals",
                "/approval-policy",
                "/notifications");
    }

    /** Other services refuse events of any other tenant. */
    @Bean
    KnownTenants knownTenants(KafkaAdaptersProperties kafka) {
        return new KnownTenants(kafka.requiredTenants(), "orderflow.kafka.tenants");
    }
}

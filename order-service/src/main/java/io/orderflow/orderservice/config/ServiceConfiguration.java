package io.orderflow.orderservice.config;

import io.orderflow.orderservice.order.PointOfNoReturnPolicy;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the use cases are given from outside. */
@Configuration(proxyBeanMethods = false)
class ServiceConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    PointOfNoReturnPolicy pointOfNoReturnPolicy(OrderProperties properties) {
        return properties.pointOfNoReturn();
    }
}

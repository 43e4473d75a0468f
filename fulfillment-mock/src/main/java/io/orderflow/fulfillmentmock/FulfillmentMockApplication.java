package io.orderflow.fulfillmentmock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the outside world. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class FulfillmentMockApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(FulfillmentMockApplication.class, arguments);
    }
}

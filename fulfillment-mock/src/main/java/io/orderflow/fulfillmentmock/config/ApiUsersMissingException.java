package io.orderflow.fulfillmentmock.config;

import java.util.List;

/** The service has no API users to let in. */
final class ApiUsersMissingException extends RuntimeException {

    ApiUsersMissingException(List<String> problems) {
        super("Nobody could call the HTTP API: " + String.join("; ", problems) + ".");
    }
}

package io.orderflow.httpapi.users;

import java.util.List;

/** Nobody, or not everybody who is configured, could call the HTTP API. */
final class ApiUsersInvalidException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ApiUsersInvalidException(List<String> problems) {
        super("The users of the HTTP API are not complete: " + String.join("; ", problems) + ".");
    }
}

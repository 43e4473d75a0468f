package io.orderflow.fulfillmentmock.config;

import java.util.List;
import org.springframework.security.core.userdetails.User;

/** An authenticated caller. Whatever it does, it does for its tenant. */
public final class ApiUser extends User {

    private static final long serialVersionUID = 1L;

    private final String tenant;

    ApiUser(String name, String password, String tenant) {
        super(name, password, List.of());
        this.tenant = tenant;
    }

    public String tenant() {
        return tenant;
    }
}

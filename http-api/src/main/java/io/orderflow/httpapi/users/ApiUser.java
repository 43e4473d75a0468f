package io.orderflow.httpapi.users;

import java.util.List;
import org.springframework.security.core.userdetails.User;

/** An authenticated caller. Whatever it asks for, it asks for its tenant. */
public final class ApiUser extends User {

    private static final long serialVersionUID = 1L;

    private final String tenantId;

    ApiUser(String name, String encodedPassword, String tenantId) {
        super(name, encodedPassword, List.of());
        this.tenantId = tenantId;
    }

    public String tenantId() {
        return tenantId;
    }
}

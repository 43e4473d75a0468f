package io.orderflow.httpapi.users;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** {@code orderflow.api}: who may call the HTTP API, and for which tenant. */
@ConfigurationProperties("orderflow.api")
record ApiProperties(@DefaultValue List<User> users) {

    record User(@Nullable String name, @Nullable String password, @Nullable String tenant) {

        /** Leaves the password out of logs. */
        @Override
        public String toString() {
            return "User[name=%s, tenant=%s]".formatted(name, tenant);
        }
    }
}

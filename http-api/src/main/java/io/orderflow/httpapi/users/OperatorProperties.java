package io.orderflow.httpapi.users;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** {@code orderflow.operations}: who may call {@code /operations/**}. Nobody, unless somebody is named. */
@ConfigurationProperties("orderflow.operations")
record OperatorProperties(@DefaultValue List<User> users) {

    record User(@Nullable String name, @Nullable String password) {

        boolean isComplete() {
            return name != null && !name.isBlank() && password != null && !password.isBlank();
        }

        /** Leaves the password out of logs. */
        @Override
        public String toString() {
            return "User[name=%s]".formatted(name);
        }
    }
}

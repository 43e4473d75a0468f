package io.orderflow.fulfillmentmock.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The users of the HTTP API, from configuration. Without any, or with half a user, there is no API to start. */
final class ApiUsers {

    private ApiUsers() {}

    static UserDetailsService from(ApiProperties properties, PasswordEncoder encoder) {
        List<String> problems = new ArrayList<>();
        Map<String, ApiUser> byName = new HashMap<>();
        List<ApiProperties.User> users = properties.users();
        for (int i = 0; i < users.size(); i++) {
            ApiProperties.User user = users.get(i);
            String where = "orderflow.api.users[" + i + "].";
            String name = given(user.name(), where + "name", problems);
            String password = given(user.password(), where + "password", problems);
            String tenant = given(user.tenant(), where + "tenant", problems);
            if (!tenant.isEmpty() && !tenant.matches("[a-z0-9_]{1,64}")) {
                problems.add(where + "tenant may have lower case letters, digits and underscores only");
            }
            if (byName.put(name, new ApiUser(name, encoder.encode(password), tenant)) != null && !name.isEmpty()) {
                problems.add(where + "name is given twice");
            }
        }
        if (users.isEmpty()) {
            problems.add("orderflow.api.users is empty");
        }
        if (!problems.isEmpty()) {
            throw new ApiUsersMissingException(problems);
        }
        return name -> {
            ApiUser user = byName.get(name);
            if (user == null) {
                throw new UsernameNotFoundException("no such user");
            }
            // Spring erases the password of what it was given, so it gets a copy.
            return new ApiUser(name, user.getPassword(), user.tenant());
        };
    }

    private static String given(@Nullable String value, String property, List<String> problems) {
        if (value == null || value.isBlank()) {
            problems.add(property + " is not set");
            return "";
        }
        return value;
    }
}

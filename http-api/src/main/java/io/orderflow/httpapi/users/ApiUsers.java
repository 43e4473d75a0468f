package io.orderflow.httpapi.users;

import io.orderflow.httpapi.json.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The users of the HTTP API as configured. Without any, or with a half one, the service does not start. */
final class ApiUsers implements UserDetailsService {

    private final Map<String, ApiUser> byName;

    private ApiUsers(Map<String, ApiUser> byName) {
        this.byName = byName;
    }

    static ApiUsers from(ApiProperties properties, KnownTenants tenants, PasswordEncoder encoder) {
        List<String> problems = new ArrayList<>();
        Map<String, ApiUser> byName = new HashMap<>();
        for (int i = 0; i < properties.users().size(); i++) {
            ApiProperties.User user = properties.users().get(i);
            String at = "orderflow.api.users[%d].".formatted(i);
            String name = given(user.name(), at + "name", problems);
            String password = given(user.password(), at + "password", problems);
            String tenant = given(user.tenant(), at + "tenant", problems);
            if (!name.isEmpty() && (!Texts.isIdentifier(name) || name.contains(":"))) {
                problems.add(at + "name is not a user name");
            }
            if (!tenant.isEmpty() && !tenants.ids().contains(tenant)) {
                problems.add(at + "tenant is not one of " + tenants.setting());
            }
            ApiUser before = byName.put(name, new ApiUser(or(name), encoder.encode(password), tenant));
            if (before != null && !name.isEmpty()) {
                problems.add(at + "name is taken by another user");
            }
        }
        if (properties.users().isEmpty()) {
            problems.add("orderflow.api.users is empty");
        }
        if (!problems.isEmpty()) {
            throw new ApiUsersInvalidException(problems);
        }
        return new ApiUsers(Map.copyOf(byName));
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        ApiUser user = byName.get(name);
        if (user == null) {
            throw new UsernameNotFoundException("no such user");
        }
        // A copy, because the framework erases the password of what it was given.
        return new ApiUser(user.getUsername(), user.getPassword(), user.tenantId());
    }

    private static String given(@Nullable String value, String property, List<String> problems) {
        if (value == null || value.isBlank()) {
            problems.add(property + " is not set");
            return "";
        }
        return value;
    }

    private static String or(String name) {
        return name.isEmpty() ? "unnamed" : name;
    }
}

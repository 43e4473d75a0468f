package io.orderflow.httpapi.users;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The operators as configured. A half one stops the start, because it would be noticed only when it is needed most. */
final class Operators implements UserDetailsService {

    private final Map<String, String> passwords = new HashMap<>();

    Operators(OperatorProperties properties, PasswordEncoder encoder) {
        for (int i = 0; i < properties.users().size(); i++) {
            OperatorProperties.User user = properties.users().get(i);
            if (!user.isComplete()) {
                throw new IllegalStateException(
                        "orderflow.operations.users[%d] needs a name and a password; leave it out to have no operator"
                                .formatted(i));
            }
            passwords.put(String.valueOf(user.name()), encoder.encode(user.password()));
        }
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        String password = passwords.get(name);
        if (password == null) {
            throw new UsernameNotFoundException("no such operator");
        }
        return new User(name, password, List.of());
    }
}

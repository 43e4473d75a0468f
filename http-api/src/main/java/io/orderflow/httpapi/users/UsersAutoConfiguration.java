package io.orderflow.httpapi.users;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Basic authentication, stateless, and closed by default: health and metrics are open, the paths of the deployable are for
 * users, anything else does not exist. Without cookies and sessions there is nothing for CSRF to ride on.
 */
@AutoConfiguration(
        before = {SecurityAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class},
        after = OperatorsAutoConfiguration.class)
@ConditionalOnBean(ApiPaths.class)
@EnableConfigurationProperties(ApiProperties.class)
class UsersAutoConfiguration {

    private static final String[] OPEN = {"/actuator/health", "/actuator/health/**", "/actuator/prometheus"};

    @Bean
    PasswordEncoder passwordEncoder() {
        return new SecretDigest();
    }

    @Bean
    UserDetailsService apiUsers(ApiProperties properties, KnownTenants tenants, PasswordEncoder encoder) {
        return ApiUsers.from(properties, tenants, encoder);
    }

    @Bean
    SecurityFilterChain apiSecurity(HttpSecurity http, ApiPaths paths, Refusals refusals) throws Exception {
        return StatelessBasic.on(http, refusals)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(paths.patterns().toArray(String[]::new))
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .build();
    }
}

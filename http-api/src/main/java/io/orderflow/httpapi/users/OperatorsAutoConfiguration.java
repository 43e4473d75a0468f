package io.orderflow.httpapi.users;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Closes {@code /operations/**} in every deployable, also in those whose other paths are somebody else's to guard: Basic
 * authentication for operators, stateless, so that there is nothing for CSRF to ride on.
 */
@AutoConfiguration(before = {SecurityAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
@EnableConfigurationProperties(OperatorProperties.class)
class OperatorsAutoConfiguration {

    @Bean
    Refusals refusals(ObjectMapper json) {
        return new Refusals(json);
    }

    /** A bean, so that Spring Boot does not invent a user of its own where there is no other. */
    @Bean
    AuthenticationManager operatorAuthentication(OperatorProperties properties) {
        SecretDigest encoder = new SecretDigest();
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(new Operators(properties, encoder));
        provider.setPasswordEncoder(encoder);
        return new ProviderManager(provider);
    }

    @Bean
    @Order(1)
    SecurityFilterChain operationsSecurity(
            HttpSecurity http, AuthenticationManager operatorAuthentication, Refusals refusals) throws Exception {
        return StatelessBasic.on(http, refusals)
                .securityMatcher("/operations/**")
                .authenticationManager(operatorAuthentication)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }
}

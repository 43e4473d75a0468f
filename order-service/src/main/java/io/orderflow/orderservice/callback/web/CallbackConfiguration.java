package io.orderflow.orderservice.callback.web;

import io.orderflow.httpapi.users.KnownTenants;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Opens the path of the callbacks to providers that sign. Without any it stays as closed as a path that does not exist. */
@Configuration(proxyBeanMethods = false)
class CallbackConfiguration {

    @Bean
    @Order(2)
    SecurityFilterChain callbackSecurity(
            HttpSecurity http,
            CallbackProperties properties,
            KnownTenants tenants,
            Clock clock,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems)
            throws Exception {
        ProviderKeys keys = ProviderKeys.from(properties, tenants);
        SignatureFilter signatures = new SignatureFilter(new SignatureCheck(keys, clock), problems);
        return http.securityMatcher(request -> !keys.isEmpty() && CallbackApi.PATH.equals(request.getServletPath()))
                .addFilterBefore(signatures, SecurityContextHolderFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }
}

package io.orderflow.orderservice.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.kafkaadapters.KafkaAdaptersProperties;
import io.orderflow.orderservice.order.web.Problems;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Basic authentication, stateless, and closed by default: health and metrics are open, the API and its documentation are
 * for users, anything else does not exist. Without cookies and sessions there is nothing for CSRF to ride on.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] OPEN = {"/actuator/health", "/actuator/health/**", "/actuator/prometheus"};
    private static final String[] FOR_USERS = {
        "/orders",
        "/orders/**",
        "/v3/api-docs",
        "/v3/api-docs.yaml",
        "/v3/api-docs/**",
        "/swagger-ui.html",
        "/swagger-ui/**"
    };

    private static final Set<String> METHODS =
            new TreeSet<>(Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"));

    @Bean
    PasswordEncoder passwordEncoder() {
        return new SecretDigest();
    }

    @Bean
    UserDetailsService apiUsers(ApiProperties properties, KafkaAdaptersProperties kafka, PasswordEncoder encoder) {
        return ApiUsers.from(properties, kafka, encoder);
    }

    @Bean
    SecurityFilterChain apiSecurity(HttpSecurity http, ObjectMapper json) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(FOR_USERS)
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .httpBasic(basic -> basic.authenticationEntryPoint((request, response, cause) -> {
                    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"orderflow\", charset=\"UTF-8\"");
                    answer(
                            json,
                            request,
                            response,
                            HttpStatus.UNAUTHORIZED,
                            "unauthenticated",
                            "Name and password of an API user are needed.");
                }))
                .exceptionHandling(failures -> failures.accessDeniedHandler((request, response, cause) ->
                        answer(json, request, response, HttpStatus.NOT_FOUND, "not_found", "There is nothing here.")))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /** What the firewall lets nobody do: odd paths, and methods such as TRACE. */
    @Bean
    RequestRejectedHandler rejectedRequests(ObjectMapper json) {
        return (request, response, cause) -> {
            if (METHODS.contains(request.getMethod())) {
                answer(json, request, response, HttpStatus.BAD_REQUEST, "invalid_request", "No path looks like this.");
            } else {
                response.setHeader(HttpHeaders.ALLOW, String.join(", ", METHODS));
                answer(
                        json,
                        request,
                        response,
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "method_not_allowed",
                        "No path takes this method.");
            }
        };
    }

    private static void answer(
            ObjectMapper json,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String code,
            String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), Problems.document(request, status, code, detail));
    }
}

package io.orderflow.httpapi.users;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a request that names two callers: which tenant it is for must not depend on who reads it first. */
final class OneAuthorization extends OncePerRequestFilter {

    private final Refusals refusals;

    OneAuthorization(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)).size() > 1) {
            refusals.commence(request, response, new BadCredentialsException("two callers are named"));
        } else {
            chain.doFilter(request, response);
        }
    }
}

package io.orderflow.httpapi.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request a W3C trace id: the caller's, if it sent a well-formed traceparent, else a new one. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RequestTrace extends OncePerRequestFilter {

    private static final String NAME = "traceId";
    private static final Pattern TRACEPARENT = Pattern.compile("00-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    RequestTrace() {}

    /** The trace that the request belongs to. */
    public static String of(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof String traceId ? traceId : newTraceId();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("traceparent");
        Matcher given = TRACEPARENT.matcher(header == null ? "" : header);
        String traceId = given.matches() ? given.group(1) : newTraceId();
        request.setAttribute(NAME, traceId);
        try (MDC.MDCCloseable ignored = MDC.putCloseable(NAME, traceId)) {
            chain.doFilter(request, response);
        }
    }

    private static String newTraceId() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}

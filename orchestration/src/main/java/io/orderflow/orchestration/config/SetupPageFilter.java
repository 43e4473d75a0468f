package io.orderflow.orchestration.config;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the web applications' setup page shut, always. As long as no user exists it would let any visitor make himself
 * administrator; the first user comes from the settings instead.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SetupPageFilter extends OncePerRequestFilter {

    /** The resource that creates the first user, and the page that calls it, in every web application and engine. */
    private static final Pattern SETUP =
            Pattern.compile("/camunda/(api/admin/setup|app/[^/]+/[^/]+/setup)(/.*)?", Pattern.CASE_INSENSITIVE);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Both are decoded and normalized by the container, so no spelling of the path gets past.
        String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        if (!SETUP.matcher(path).matches()) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.getWriter()
                .println("No user can be set up here. Start the service with camunda.bpm.admin-user.id and"
                        + " camunda.bpm.admin-user.password to create the first one.");
    }
}

package io.orderflow.httpapi.users;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.httpapi.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** What Spring Security refuses, in the shape of all problems. */
record Refusals(ObjectMapper json) implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private static final String CHALLENGE = "Basic realm=\"orderflow\", charset=\"UTF-8\"";
    private static final Set<String> METHODS =
            new TreeSet<>(Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"));

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        answer(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                "unauthenticated",
                "Name and password of somebody who may call this are needed.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        answer(request, response, HttpStatus.NOT_FOUND, "not_found", "There is nothing here.");
    }

    /** What the firewall lets nobody do: odd paths, and methods such as TRACE. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException cause)
            throws IOException {
        if (METHODS.contains(request.getMethod())) {
            answer(request, response, HttpStatus.BAD_REQUEST, "invalid_request", "No path looks like this.");
        } else {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", METHODS));
            answer(
                    request,
                    response,
                    HttpStatus.METHOD_NOT_ALLOWED,
                    "method_not_allowed",
                    "No path takes this method.");
        }
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), Problems.document(request, status, code, detail));
    }
}

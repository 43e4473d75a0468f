package io.orderflow.orderservice.callback.web;

import io.orderflow.httpapi.problem.ApiProblem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Checks the signature before anything else looks at the request; hands on the body, which can be read only once. */
final class SignatureFilter extends OncePerRequestFilter {

    private final SignatureCheck check;
    private final HandlerExceptionResolver problems;

    SignatureFilter(SignatureCheck check, HandlerExceptionResolver problems) {
        this.check = check;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            request.setAttribute(SignedBody.ATTRIBUTE, check.verified(request));
        } catch (ApiProblem | IOException refusal) {
            problems.resolveException(request, response, null, refusal);
            return;
        }
        chain.doFilter(request, response);
    }
}

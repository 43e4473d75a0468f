package io.orderflow.fulfillmentmock.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Builds problem documents (RFC 9457) that all look the same. */
public final class Problems {

    private Problems() {}

    public static ProblemDetail of(HttpServletRequest request, HttpStatusCode status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        problem.setProperty("traceId", TraceIdFilter.traceId(request));
        return problem;
    }

    static ProblemDetail of(HttpServletRequest request, ApiProblem cause) {
        ProblemDetail problem = of(request, cause.status(), cause.code(), String.valueOf(cause.getMessage()));
        List<FieldProblem> errors = cause.errors();
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return problem;
    }

    /** The code for what the container or Spring refuses before our own code sees it. */
    static String codeOf(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> "unauthenticated";
            case 403 -> "forbidden";
            case 404 -> "not_found";
            case 405 -> "method_not_allowed";
            case 406 -> "not_acceptable";
            case 413 -> "payload_too_large";
            case 415 -> "unsupported_media_type";
            case 503 -> "unavailable";
            default -> status.is4xxClientError() ? "invalid_request" : "internal_error";
        };
    }
}

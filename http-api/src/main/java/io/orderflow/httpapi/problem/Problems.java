package io.orderflow.httpapi.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Problem documents (RFC 9457), all of one shape: type, title, status, detail, code, traceId, and errors where there are.
 * Not Spring's own type, because that one adds the path: the same problem with two orders has to look the same.
 */
public final class Problems {

    private static final String TYPE = "urn:orderflow:problem:";

    private Problems() {}

    /**
     * @param code stable, lower snake case
     * @param detail a sentence for a person; says nothing about the inside of the service
     */
    public static Map<String, Object> document(
            HttpServletRequest request, HttpStatusCode status, String code, String detail) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", TYPE + code);
        problem.put("title", title(code));
        problem.put("status", status.value());
        problem.put("detail", detail);
        problem.put("code", code);
        problem.put("traceId", RequestTrace.of(request));
        return problem;
    }

    static ResponseEntity<Object> response(HttpServletRequest request, ApiProblem cause) {
        Map<String, Object> problem = document(request, cause.status(), cause.code(), cause.detail());
        problem.putAll(cause.properties());
        return response(cause.status(), cause.headers(), problem);
    }

    /** The problem for a status that the framework or the container decided on. */
    static Map<String, Object> document(HttpServletRequest request, HttpStatusCode status) {
        return document(request, status, code(status), detail(status));
    }

    static ResponseEntity<Object> response(HttpServletRequest request, HttpStatusCode status, HttpHeaders headers) {
        return response(status, headers, document(request, status));
    }

    /** States the content type, so that no Accept header can turn a problem into another problem. */
    static ResponseEntity<Object> response(HttpStatusCode status, HttpHeaders headers, Map<String, Object> problem) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String title(String code) {
        String words = code.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String code(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> "unauthenticated";
            case 404 -> "not_found";
            case 405 -> "method_not_allowed";
            case 406 -> "not_acceptable";
            case 408 -> "request_timeout";
            case 413 -> "payload_too_large";
            case 415 -> "unsupported_media_type";
            case 503 -> "unavailable";
            default -> status.is4xxClientError() ? "invalid_request" : "internal_error";
        };
    }

    private static String detail(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> "There is nothing here.";
            case 405 -> "This path does not take this method; the header Allow names those that it takes.";
            case 406 -> "Only application/json can be produced here.";
            case 415 -> "Only application/json is read here.";
            default -> {
                HttpStatus known = HttpStatus.resolve(status.value());
                yield known == null ? "The request was refused." : known.getReasonPhrase() + ".";
            }
        };
    }
}

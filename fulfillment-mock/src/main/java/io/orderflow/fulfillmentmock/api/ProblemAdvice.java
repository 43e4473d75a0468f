package io.orderflow.fulfillmentmock.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Tells callers what went wrong, and never how the inside looks. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refuse(ApiProblem problem, HttpServletRequest request) {
        return ResponseEntity.status(problem.status()).body(Problems.of(request, problem));
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<ProblemDetail> databaseDown(Exception cause, HttpServletRequest request) {
        LOG.warn("Trace {}: the database is not available", TraceIdFilter.traceId(request), cause);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(Problems.of(request, HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Try again in a moment."));
    }

    /** The caller is gone or too slow: nobody is left to answer. */
    @ExceptionHandler
    void connectionLost(IOException cause) {
        LOG.debug("A caller went away", cause);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> bug(RuntimeException cause, HttpServletRequest request) {
        LOG.error("Trace {}: unexpected", TraceIdFilter.traceId(request), cause);
        return ResponseEntity.internalServerError()
                .body(Problems.of(
                        request,
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal_error",
                        "Something went wrong here; the trace id helps to find it."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException cause,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        FieldProblem missing = new FieldProblem(cause.getParameterName(), "required", "must be given");
        return ResponseEntity.badRequest().body(Problems.of(servlet(request), JsonBodies.refused(List.of(missing))));
    }

    /** What Spring MVC itself refuses keeps its status and headers (Allow, Accept) and gets our shape. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception cause, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail = body instanceof ProblemDetail problem && problem.getDetail() != null
                ? problem.getDetail()
                : HttpStatus.valueOf(status.value()).getReasonPhrase();
        ProblemDetail problem = Problems.of(servlet(request), status, Problems.codeOf(status), detail);
        return new ResponseEntity<>(problem, headers, status);
    }

    private static HttpServletRequest servlet(WebRequest request) {
        return ((ServletWebRequest) request).getRequest();
    }
}

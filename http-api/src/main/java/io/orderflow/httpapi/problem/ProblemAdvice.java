package io.orderflow.httpapi.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Tells callers what went wrong, and never how the inside looks. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<Object> refused(ApiProblem problem, HttpServletRequest request) {
        return Problems.response(request, problem);
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        TransactionException.class
    })
    ResponseEntity<Object> databaseDown(Exception cause, HttpServletRequest request) {
        LOG.warn("The database is not available", cause);
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return Problems.response(
                HttpStatus.SERVICE_UNAVAILABLE,
                headers,
                Problems.document(
                        request,
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "unavailable",
                        "The service cannot answer right now; the same request may be sent again."));
    }

    /** A body that never arrived whole. Often nobody is left to answer, but whoever is must not take it for a success. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> notReceived(IOException cause, HttpServletRequest request, HttpServletResponse response) {
        LOG.debug("A caller went away, was too slow or sent a broken body", cause);
        if (response.isCommitted()) {
            return null;
        }
        boolean tooSlow = NestedExceptionUtils.getMostSpecificCause(cause) instanceof SocketTimeoutException;
        return Problems.response(
                request, tooSlow ? HttpStatus.REQUEST_TIMEOUT : HttpStatus.BAD_REQUEST, HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Object> bug(RuntimeException cause, HttpServletRequest request) {
        LOG.error("Unexpected failure", cause);
        return Problems.response(
                HttpStatus.INTERNAL_SERVER_ERROR,
                HttpHeaders.EMPTY,
                Problems.document(
                        request,
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal_error",
                        "Something went wrong here; the trace id helps to find it."));
    }

    /** What Spring MVC refuses keeps its status and headers (Allow, Accept) and gets our shape. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception cause, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return Problems.response(((ServletWebRequest) request).getRequest(), status, headers);
    }
}

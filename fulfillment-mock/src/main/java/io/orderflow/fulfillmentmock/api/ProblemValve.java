package io.orderflow.fulfillmentmock.api;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Tomcat's last word about requests that it refuses itself (a broken path, say): a problem instead of a web page. */
public final class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable cause) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getReporter().write(document(status, TraceIdFilter.traceId(request)));
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("A caller went away before it was told", e);
        }
    }

    private static String document(HttpStatus status, String traceId) {
        return """
                {"type":"about:blank","title":"%1$s","status":%2$d,"detail":"%1$s","code":"%3$s","traceId":"%4$s"}"""
                .formatted(status.getReasonPhrase(), status.value(), Problems.codeOf(status), traceId);
    }
}

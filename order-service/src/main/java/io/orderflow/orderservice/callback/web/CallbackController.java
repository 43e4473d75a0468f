package io.orderflow.orderservice.callback.web;

import io.orderflow.httpapi.json.JsonBodies;
import io.orderflow.httpapi.problem.ApiProblem;
import io.orderflow.httpapi.problem.RequestTrace;
import io.orderflow.orderservice.callback.Callback;
import io.orderflow.orderservice.callback.CallbackResult;
import io.orderflow.orderservice.callback.CallbackVerdict;
import io.orderflow.orderservice.callback.RecordCallback;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where providers call back. */
@RestController
class CallbackController implements CallbackApi {

    private final RecordCallback recordCallback;

    CallbackController(RecordCallback recordCallback) {
        this.recordCallback = recordCallback;
    }

    @Override
    public CallbackView receive(SignedBody signed, HttpServletRequest request) throws IOException {
        Callback callback = JsonBodies.read(new ByteArrayInputStream(signed.bytes()), CallbackReader::callback);
        CallbackResult result = recordCallback.record(signed.provider(), callback, RequestTrace.of(request));
        if (result instanceof CallbackResult.Heard heard) {
            return view(callback, heard.verdict());
        }
        throw result instanceof CallbackResult.IdReused
                ? new ApiProblem(
                        HttpStatus.CONFLICT,
                        "callback_conflict",
                        "This callbackId was used before, for a callback that said something else.")
                : new ApiProblem(HttpStatus.NOT_FOUND, "line_not_found", "There is no such line of an order.");
    }

    private static CallbackView view(Callback callback, CallbackVerdict verdict) {
        String code = verdict.code();
        if (code == null) {
            return new CallbackView(callback.id(), verdict.outcome(), verdict.reason());
        }
        throw new ApiProblem(HttpStatus.CONFLICT, code, "Nothing changed: %s.".formatted(verdict.reason()))
                .with("outcome", verdict.outcome());
    }
}

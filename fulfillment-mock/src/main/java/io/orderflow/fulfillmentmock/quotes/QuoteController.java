package io.orderflow.fulfillmentmock.quotes;

import io.orderflow.fulfillmentmock.api.ApiProblem;
import io.orderflow.fulfillmentmock.api.JsonBodies;
import io.orderflow.fulfillmentmock.api.Texts;
import io.orderflow.fulfillmentmock.api.TraceIdFilter;
import io.orderflow.fulfillmentmock.config.ApiUser;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a customer accepts a quote. */
@RestController
class QuoteController {

    private final AcceptQuote acceptQuote;

    QuoteController(AcceptQuote acceptQuote) {
        this.acceptQuote = acceptQuote;
    }

    @PostMapping(path = "/quotes/{quoteId}/acceptance", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    AcceptedQuote accept(
            @PathVariable String quoteId, HttpServletRequest request, @AuthenticationPrincipal ApiUser caller)
            throws IOException {
        Texts.problemOfIdentifier("quoteId", quoteId).ifPresent(problem -> {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST, "invalid_id", "This cannot be the id of a quote.", List.of(problem));
        });
        Acceptance acceptance = JsonBodies.read(request.getInputStream(), Acceptance::from);
        return acceptQuote.accept(caller.tenant(), quoteId, acceptance, TraceIdFilter.traceId(request));
    }
}

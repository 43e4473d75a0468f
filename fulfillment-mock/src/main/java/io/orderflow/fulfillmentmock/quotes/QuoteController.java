package io.orderflow.fulfillmentmock.quotes;

import io.orderflow.httpapi.json.JsonBodies;
import io.orderflow.httpapi.json.Texts;
import io.orderflow.httpapi.problem.ApiProblem;
import io.orderflow.httpapi.problem.RequestTrace;
import io.orderflow.httpapi.users.ApiUser;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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
        if (!Texts.isIdentifier(quoteId)) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "invalid_id",
                    "The id of a quote has 1 to %d printable characters.".formatted(Texts.MAX_IDENTIFIER));
        }
        Acceptance acceptance = JsonBodies.read(request.getInputStream(), Acceptance::from);
        return acceptQuote.accept(caller.tenantId(), quoteId, acceptance, RequestTrace.of(request));
    }
}

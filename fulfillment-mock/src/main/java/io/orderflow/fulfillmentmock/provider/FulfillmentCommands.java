package io.orderflow.fulfillmentmock.provider;

import io.orderflow.httpapi.problem.ApiProblem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the provider can be told to do. Saying it twice does no harm: consumers know an answer that comes again by its content. */
@Service
public class FulfillmentCommands {

    private final FulfillmentRequests requests;
    private final FulfillmentIntake intake;
    private final AnswerEvents events;

    FulfillmentCommands(FulfillmentRequests requests, FulfillmentIntake intake, AnswerEvents events) {
        this.requests = requests;
        this.intake = intake;
        this.events = events;
    }

    /** What a command did. */
    public enum Result {
        DONE,
        NOTHING_TO_DO
    }

    /** One attempt at one line. */
    public record Attempt(String orderId, String orderLineId, int attempt) {

        FulfillmentRequest.Key of(String tenantId) {
            return new FulfillmentRequest.Key(tenantId, orderId, orderLineId, attempt);
        }
    }

    /**
     * Asks for a line to be fulfilled.
     *
     * @throws ApiProblem {@code fulfillment_request_conflict} if the same attempt was requested with another content
     */
    @Transactional
    public Result request(String tenantId, RequestedFulfillment wanted) {
        FulfillmentRequest request = intake.decide(tenantId, wanted);
        if (!requests.add(List.of(request)).isEmpty()) {
            return Result.DONE;
        }
        if (!wanted.isSameAs(existing(request.key()))) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "fulfillment_request_conflict",
                    "This attempt at the line was requested before, with another content.");
        }
        return Result.NOTHING_TO_DO;
    }

    /** Puts right what a known request asks for. Whether it was answered, and when, stays as it is. */
    @Transactional
    public Result correct(String tenantId, RequestedFulfillment right) {
        FulfillmentRequest request = intake.decide(tenantId, right);
        if (right.isSameAs(existing(request.key()))) {
            return Result.NOTHING_TO_DO;
        }
        requests.correct(request);
        return Result.DONE;
    }

    /**
     * Takes a request back.
     *
     * @throws ApiProblem {@code already_answered} if it is too late
     */
    @Transactional
    public Result withdraw(String tenantId, Attempt attempt) {
        FulfillmentRequest.Key key = attempt.of(tenantId);
        if (requests.withdraw(key)) {
            return Result.DONE;
        }
        if (requests.find(key).filter(known -> known.answeredAt() != null).isPresent()) {
            throw new ApiProblem(HttpStatus.CONFLICT, "already_answered", "The provider has answered this request.");
        }
        return Result.NOTHING_TO_DO;
    }

    /**
     * Sends an answer again that did not arrive, or for the first time one that was lost: the same content in a new event.
     *
     * @param version the aggregate version of the lost event, which consumers wait for; null to count on
     * @throws ApiProblem {@code not_answered} if the provider has not answered yet
     */
    @Transactional
    public Result answerAgain(String tenantId, Attempt attempt, @Nullable Long version) {
        FulfillmentRequest request = existing(attempt.of(tenantId));
        Instant answeredAt = request.answeredAt();
        if (answeredAt == null) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT, "not_answered", "The provider has not answered this request yet.");
        }
        events.publishOnce(request, answeredAt, version);
        requests.countCopy(request.key());
        return Result.DONE;
    }

    private FulfillmentRequest existing(FulfillmentRequest.Key key) {
        return requests.find(key)
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND, "fulfillment_request_not_found", "There is no such request."));
    }
}

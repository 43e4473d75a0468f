package io.orderflow.fulfillmentmock.web;

import io.orderflow.fulfillmentmock.provider.FulfillmentCommands;
import io.orderflow.fulfillmentmock.provider.FulfillmentCommands.Attempt;
import io.orderflow.fulfillmentmock.provider.FulfillmentCommands.Result;
import io.orderflow.fulfillmentmock.provider.RequestedFulfillment;
import io.orderflow.httpapi.json.FieldError;
import io.orderflow.httpapi.json.JsonBodies;
import io.orderflow.httpapi.json.JsonFields;
import io.orderflow.httpapi.users.ApiUser;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** The provider's commands. Asking, correcting, taking back and answering again can each be repeated without harm. */
@RestController
class FulfillmentCommandController {

    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern ACTIONS = Pattern.compile("ADD|MODIFY|REMOVE");

    private final FulfillmentCommands commands;

    FulfillmentCommandController(FulfillmentCommands commands) {
        this.commands = commands;
    }

    @PostMapping(path = "/fulfillment-requests", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Done> request(InputStream body, @AuthenticationPrincipal ApiUser caller) throws IOException {
        Result result =
                commands.request(caller.tenantId(), JsonBodies.read(body, FulfillmentCommandController::requested));
        return ResponseEntity.status(result == Result.DONE ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new Done(result));
    }

    @PutMapping(path = "/fulfillment-requests", consumes = MediaType.APPLICATION_JSON_VALUE)
    Done correct(InputStream body, @AuthenticationPrincipal ApiUser caller) throws IOException {
        return new Done(
                commands.correct(caller.tenantId(), JsonBodies.read(body, FulfillmentCommandController::requested)));
    }

    @DeleteMapping(path = "/fulfillment-requests", consumes = MediaType.APPLICATION_JSON_VALUE)
    Done withdraw(InputStream body, @AuthenticationPrincipal ApiUser caller) throws IOException {
        return new Done(
                commands.withdraw(caller.tenantId(), JsonBodies.read(body, FulfillmentCommandController::attempt)));
    }

    @PostMapping(path = "/fulfillment-answers", consumes = MediaType.APPLICATION_JSON_VALUE)
    Done answerAgain(InputStream body, @AuthenticationPrincipal ApiUser caller) throws IOException {
        Again again = JsonBodies.read(body, Again::from);
        return new Done(commands.answerAgain(caller.tenantId(), again.attempt(), again.version()));
    }

    private static RequestedFulfillment requested(JsonFields fields) {
        Attempt attempt = attempt(fields);
        String eventId = fields.matching("eventId", UUIDS, "Must be the id of an event.");
        return new RequestedFulfillment(
                attempt.orderId(),
                attempt.orderLineId(),
                attempt.attempt(),
                fields.identifier("idempotencyKey"),
                fields.identifier("offerId"),
                fields.matching("action", ACTIONS, "Must be one of ADD, MODIFY, REMOVE."),
                fields.integer("quantity", 1, Integer.MAX_VALUE),
                instant(fields, "requestedAt"),
                eventId.isEmpty() ? new UUID(0, 0) : UUID.fromString(eventId),
                fields.identifier("correlationId"),
                fields.optionalText("traceId"));
    }

    private static Instant instant(JsonFields fields, String name) {
        String text = fields.requiredText(name);
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            if (!text.isEmpty()) {
                fields.errors()
                        .add(new FieldError(fields.at(name), "invalid_time", "Must be a time in UTC, ISO-8601."));
            }
            return Instant.EPOCH;
        }
    }

    private static Attempt attempt(JsonFields fields) {
        return new Attempt(
                fields.identifier("orderId"),
                fields.identifier("orderLineId"),
                fields.integer("attempt", 1, Integer.MAX_VALUE));
    }

    /** What came of a command. */
    record Done(Result result) {}

    /** @param aggregateVersion of the lost event; 0 to count on */
    record Again(Attempt attempt, int aggregateVersion) {

        static Again from(JsonFields fields) {
            return new Again(
                    FulfillmentCommandController.attempt(fields),
                    fields.integer("aggregateVersion", 0, Integer.MAX_VALUE));
        }

        @Nullable
        Long version() {
            return aggregateVersion == 0 ? null : Long.valueOf(aggregateVersion);
        }
    }
}

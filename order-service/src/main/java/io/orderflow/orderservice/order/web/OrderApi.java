package io.orderflow.orderservice.order.web;

import io.orderflow.httpapi.users.ApiUser;
import io.orderflow.orderservice.order.usecase.OrderHistory;
import io.orderflow.orderservice.order.usecase.OrderPage;
import io.orderflow.orderservice.order.usecase.OrderStatistics;
import io.orderflow.orderservice.order.usecase.OrderView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The paths of the API and what its documentation says about them. */
@Tag(name = "Orders", description = "The orders of the caller's tenant")
@RequestMapping(path = "/orders", produces = MediaType.APPLICATION_JSON_VALUE)
interface OrderApi {

    @Operation(
            summary = "Capture an order",
            description =
                    """
                    Once per quote and once per Idempotency-Key: the same key with the same body, or another key for a \
                    quote that has an order already, answers 200 with that order.""",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = ApiSchemas.CaptureOrder.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "Two lines, one after the other",
                                                            value = ApiSchemas.CAPTURE_EXAMPLE))))
    @Parameter(
            name = IdempotencyKeys.HEADER,
            in = ParameterIn.HEADER,
            required = true,
            description = "Makes a repeated request the same request",
            schema = @Schema(type = "string", minLength = 1, maxLength = 200),
            example = "acceptance-req-7781")
    @ApiResponse(responseCode = "201", description = "Captured; Location names the new order")
    @ApiResponse(responseCode = "200", description = "This order was captured before")
    @ApiResponse(
            responseCode = "400",
            description = "Everything that is wrong, in one answer",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ApiSchemas.Problem.class),
                            examples = @ExampleObject(ApiSchemas.PROBLEM_EXAMPLE)))
    @ApiResponse(
            responseCode = "409",
            description = "idempotency_conflict: the key was used before, with another body",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ApiSchemas.Problem.class)))
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OrderView> capture(
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal ApiUser user)
            throws IOException;

    @Operation(summary = "Show an order with its lines")
    @ApiResponse(
            responseCode = "200",
            description = "The order; ETag is its version",
            headers = @Header(name = "ETag", schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "404",
            description = "order_not_found: no such order in this tenant",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ApiSchemas.Problem.class)))
    @GetMapping("/{id}")
    ResponseEntity<OrderView> show(
            @PathVariable("id") String id, @Parameter(hidden = true) @AuthenticationPrincipal ApiUser user);

    @Operation(summary = "List orders, newest first")
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = io.orderflow.orderservice.order.OrderStatus.class))
    @Parameter(name = "customerId", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "quoteId", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(
            name = "capturedSince",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string", format = "date-time"),
            example = "2026-11-23T08:00:00Z")
    @Parameter(
            name = "page",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"))
    @Parameter(
            name = "size",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
    @GetMapping
    OrderPage list(
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal ApiUser user);

    @Operation(summary = "Count orders by status, and how long they took")
    @Parameter(
            name = "capturedSince",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string", format = "date-time"),
            example = "2026-11-23T08:00:00Z")
    @GetMapping("/statistics")
    OrderStatistics statistics(
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal ApiUser user);

    @Operation(summary = "Show what happened to an order: every transition, and every cancellation that was refused")
    @GetMapping("/{id}/history")
    OrderHistory history(
            @PathVariable("id") String id, @Parameter(hidden = true) @AuthenticationPrincipal ApiUser user);

    @Operation(
            summary = "Cancel an order",
            description = "Cancelling a cancelled order answers 200 again; the first cancellation stands.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = ApiSchemas.CancelOrder.class),
                                            examples =
                                                    @ExampleObject(
                                                            "{\"reason\": \"The customer changed their mind\"}"))))
    @OptionalIfMatch
    @ApiResponse(responseCode = "200", description = "The order is cancelled")
    @ApiResponse(
            responseCode = "404",
            description = "order_not_found: no such order in this tenant",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ApiSchemas.Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "past_point_of_no_return, with the lines in the way, or invalid_transition",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ApiSchemas.Problem.class)))
    @PostMapping(path = "/{id}/cancellation", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OrderView> cancel(
            @PathVariable("id") String id,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal ApiUser user)
            throws IOException;
}

package io.orderflow.orderservice.order.web;

import io.orderflow.httpapi.users.ApiUser;
import io.orderflow.orderservice.order.usecase.OrderView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The paths of what can be decided about a line, and what their documentation says about them. */
@Tag(name = "Orders", description = "The orders of the caller's tenant")
@RequestMapping(path = "/orders/{id}/lines/{lineId}", produces = MediaType.APPLICATION_JSON_VALUE)
interface LineApi {

    @Operation(
            summary = "Ask a provider again for a failed line",
            description = "The line is REQUESTED again, as the next attempt.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = ApiSchemas.DecideLine.class),
                                            examples = @ExampleObject("{\"reason\": \"The stock has been counted\"}"))))
    @OptionalIfMatch
    @LineRefusals
    @ApiResponse(responseCode = "200", description = "The order; the line is requested again")
    @PostMapping(path = "/retry", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OrderView> retry(
            @PathVariable("id") String id,
            @PathVariable("lineId") String lineId,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal ApiUser user)
            throws IOException;

    @Operation(
            summary = "Do without a failed line",
            description = "A waived line counts as fulfilled for the lines that wait for it and for its order.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = ApiSchemas.DecideLine.class),
                                            examples =
                                                    @ExampleObject("{\"reason\": \"The customer does without it\"}"))))
    @OptionalIfMatch
    @LineRefusals
    @ApiResponse(responseCode = "200", description = "The order; the line is waived")
    @PostMapping(path = "/waiver", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OrderView> waive(
            @PathVariable("id") String id,
            @PathVariable("lineId") String lineId,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal ApiUser user)
            throws IOException;
}

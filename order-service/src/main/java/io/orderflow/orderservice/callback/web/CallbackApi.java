package io.orderflow.orderservice.callback.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** The path of the callbacks and what its documentation says about it. */
@Tag(name = "Fulfilment callbacks", description = "What providers report over HTTP instead of Kafka")
interface CallbackApi {

    String PATH = "/fulfillment-callbacks";

    @Operation(
            summary = "Report what became of a line",
            description =
                    """
                    Signed instead of authenticated: v1 is the HMAC-SHA256, in hex, of the value of t, a dot and the raw body, \
                    with the secret of the provider for the tenant; t may be five minutes off. The same callbackId with the \
                    same content gets the same answer and has no second effect.""",
            security = {},
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema =
                                                    @Schema(implementation = CallbackSchemas.FulfillmentCallback.class),
                                            examples = {
                                                @ExampleObject(
                                                        name = "Completed",
                                                        value = CallbackSchemas.COMPLETED_EXAMPLE),
                                                @ExampleObject(name = "Failed", value = CallbackSchemas.FAILED_EXAMPLE),
                                                @ExampleObject(
                                                        name = "Reversed",
                                                        value = CallbackSchemas.REVERSED_EXAMPLE)
                                            })))
    @Parameter(
            name = SignatureCheck.PROVIDER_HEADER,
            in = ParameterIn.HEADER,
            required = true,
            schema = @Schema(type = "string"),
            example = "acme-logistics")
    @Parameter(
            name = HmacSignature.HEADER,
            in = ParameterIn.HEADER,
            required = true,
            schema = @Schema(type = "string", pattern = "t=[0-9]{1,11},v1=[0-9a-fA-F]{64}"))
    @ApiResponse(responseCode = "200", description = "Heard: APPLIED, or STALE if it speaks of a state that has passed")
    @ApiResponse(
            responseCode = "400",
            description = "Everything that is wrong, in one answer",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    @ApiResponse(
            responseCode = "401",
            description = "unauthenticated: not signed, or not validly",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    @ApiResponse(
            responseCode = "404",
            description = "line_not_found: no such line in this tenant",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    @ApiResponse(
            responseCode = "409",
            description =
                    "callback_conflict: the id was used for another content; or it contradicts what the order knows, with the order's own code",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    CallbackView receive(
            @Parameter(hidden = true) @RequestAttribute(SignedBody.ATTRIBUTE) SignedBody signed,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException;
}

package io.orderflow.orderservice.order.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.MediaType;

/** Documents that a change may be tied to the version of the order that the caller has seen. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "If-Match",
        in = ParameterIn.HEADER,
        description = "The ETag of the order as the caller has seen it, or *",
        schema = @Schema(type = "string"),
        example = "\"5\"")
@ApiResponse(
        responseCode = "412",
        description = "version_conflict: the order has moved on since; currentVersion says to where",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        schema = @Schema(implementation = ApiSchemas.Problem.class)))
@interface OptionalIfMatch {}

package io.orderflow.orderservice.order.web;

import io.orderflow.httpapi.json.FieldError;
import io.orderflow.orderservice.order.LineAction;
import io.orderflow.orderservice.order.LineStatus;
import io.orderflow.orderservice.order.OrderStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shapes for the documentation. Bodies are read field by field and not bound to these; a test sends the example and so
 * keeps both in step.
 */
final class ApiSchemas {

    static final String CAPTURE_EXAMPLE =
            """
            {
              "quoteId": "q_6a71",
              "customerId": "cust_1001",
              "currency": "GBP",
              "lines": [
                {
                  "quoteLineId": "1",
                  "offerId": "FIBRE-500",
                  "action": "ADD",
                  "quantity": 1,
                  "unitPrice": "39.90",
                  "description": "Fibre line, 500 Mbit/s"
                },
                {
                  "quoteLineId": "2",
                  "offerId": "ROUTER-AX",
                  "action": "ADD",
                  "quantity": 2,
                  "unitPrice": "12.50",
                  "dependsOn": ["1"]
                }
              ]
            }
            """;

    static final String PROBLEM_EXAMPLE =
            """
            {
              "type": "urn:orderflow:problem:validation_failed",
              "title": "Validation failed",
              "status": 400,
              "detail": "2 errors.",
              "code": "validation_failed",
              "traceId": "4bf92f3577b34da6a3ce929d0e0e4736",
              "errors": [
                {"field": "/lines/0/quantity", "code": "out_of_range", "message": "Must be from 1 to 2147483647."},
                {"field": "/status", "code": "unknown_field", "message": "There is no such field here."}
              ]
            }
            """;

    private ApiSchemas() {}

    @Schema(name = "CaptureOrder")
    record CaptureOrder(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200) String quoteId,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200) String customerId,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "ISO 4217") String currency,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "1 to 10000 lines")
                    List<CaptureOrderLine> lines) {}

    @Schema(name = "CaptureOrderLine")
    record CaptureOrderLine(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            maxLength = 200,
                            description = "Names the line within the order, once")
                    String quoteLineId,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200) String offerId,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) LineAction action,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "1") int quantity,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            description = "One-time price of one piece as a decimal string, up to six places")
                    String unitPrice,
            @Schema(maxLength = 1000) @Nullable String description,
            @Schema(description = "quoteLineIds of the lines that must be fulfilled first; up to 1000") @Nullable
                    List<String> dependsOn) {}

    @Schema(name = "CancelOrder")
    record CancelOrder(@Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 1000) String reason) {}

    @Schema(name = "DecideLine")
    record DecideLine(@Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 1000) String reason) {}

    @Schema(name = "Problem", description = "RFC 9457")
    record Problem(
            String type,
            String title,
            int status,
            String detail,
            @Schema(description = "Stable, lower snake case") String code,
            @Schema(description = "W3C trace id") String traceId,
            @Nullable List<FieldError> errors,
            @Schema(description = "Only past_point_of_no_return: the lines in the way") @Nullable List<String> lines,
            @Schema(description = "Only invalid_transition") @Nullable OrderStatus orderStatus,
            @Schema(description = "Only invalid_transition about a line") @Nullable LineStatus lineStatus,
            @Schema(description = "Only version_conflict: the version to look at again") @Nullable
                    Long currentVersion) {}
}

package io.orderflow.orderservice.projection.web;

import io.orderflow.httpapi.users.ApiUser;
import io.orderflow.orderservice.projection.ProjectedOrder;
import io.orderflow.orderservice.projection.SummaryPages;
import io.orderflow.orderservice.projection.SummaryStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The summaries of the caller's tenant. */
@RestController
@Tag(name = "Order summaries", description = "The read model: a moment behind the orders, and cheap to page through")
@RequestMapping(path = "/order-summaries", produces = MediaType.APPLICATION_JSON_VALUE)
class SummaryController {

    private final SummaryPages pages;

    SummaryController(SummaryPages pages) {
        this.pages = pages;
    }

    @Operation(
            summary = "List summaries, newest order first",
            description = "Pages are cut by key: what comes in meanwhile moves no row to another page.")
    @Parameter(name = "status", in = ParameterIn.QUERY, schema = @Schema(implementation = SummaryStatus.class))
    @Parameter(
            name = "before",
            in = ParameterIn.QUERY,
            description = "Only orders older than this one: next of the page before",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "size",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
    @GetMapping
    SummaryPage list(
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal ApiUser user) {
        SummaryPages.Query query = SummaryQueryReader.read(user.tenantId(), request.getParameterMap());
        List<ProjectedOrder> rows = pages.list(query);
        return new SummaryPage(
                rows.stream().map(SummaryView::of).toList(),
                rows.size() < query.size()
                        ? null
                        : rows.get(rows.size() - 1).key().orderId());
    }
}

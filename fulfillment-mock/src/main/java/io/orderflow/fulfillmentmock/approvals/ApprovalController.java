package io.orderflow.fulfillmentmock.approvals;

import io.orderflow.fulfillmentmock.approvals.Decision.Verdict;
import io.orderflow.fulfillmentmock.latency.LatencyDistribution.Bounds;
import io.orderflow.fulfillmentmock.latency.LatencyFields;
import io.orderflow.httpapi.json.FieldErrors;
import io.orderflow.httpapi.json.JsonBodies;
import io.orderflow.httpapi.json.JsonFields;
import io.orderflow.httpapi.json.Texts;
import io.orderflow.httpapi.users.ApiUser;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The approval source from outside: its cases, its policy, and a way to decide by hand. */
@RestController
class ApprovalController {

    /** As in the contracts of the events. */
    private static final Pattern MONEY = Pattern.compile("[0-9]{1,13}\\.[0-9]{2,6}");

    private final ApprovalCases cases;
    private final ApprovalPolicies policies;
    private final ApprovalDesk desk;

    ApprovalController(ApprovalCases cases, ApprovalPolicies policies, ApprovalDesk desk) {
        this.cases = cases;
        this.policies = policies;
        this.desk = desk;
    }

    @GetMapping("/approvals")
    Log approvals(@RequestParam(defaultValue = "") String orderId, @AuthenticationPrincipal ApiUser caller) {
        FieldErrors errors = new FieldErrors();
        Texts.problemOfIdentifier("orderId", orderId).ifPresent(errors::add);
        errors.throwIfAny();
        return new Log(cases.find(caller.tenantId(), orderId).stream().toList());
    }

    @PostMapping(path = "/approvals", consumes = MediaType.APPLICATION_JSON_VALUE)
    Done decide(InputStream body, @AuthenticationPrincipal ApiUser caller) throws IOException {
        ByHand wanted = JsonBodies.read(body, ByHand::from);
        return new Done(desk.decide(caller.tenantId(), wanted.orderId(), wanted.decision()));
    }

    @GetMapping("/approval-policy")
    ApprovalPolicy policy(@AuthenticationPrincipal ApiUser caller) {
        return policies.of(caller.tenantId());
    }

    @PutMapping(path = "/approval-policy", consumes = MediaType.APPLICATION_JSON_VALUE)
    ApprovalPolicy change(InputStream body, @AuthenticationPrincipal ApiUser caller) throws IOException {
        ApprovalPolicy policy = JsonBodies.read(body, ApprovalController::policy);
        policies.set(caller.tenantId(), policy);
        return policy;
    }

    private static ApprovalPolicy policy(JsonFields fields) {
        String limit = fields.optionalMatching(
                "declineAbove", MONEY, "Must be a decimal string with 2 to 6 decimal places such as \"12.50\".");
        Bounds latency = LatencyFields.read(fields);
        return new ApprovalPolicy(
                fields.oneOf("behaviour", ApprovalPolicy.Behaviour.class),
                limit == null || limit.isEmpty() ? null : new BigDecimal(limit),
                latency == null ? ApprovalPolicy.DEFAULT.latency() : latency);
    }

    record Log(List<DecidedCase> items) {}

    /** What came of a command. */
    record Done(ApprovalDesk.Result result) {}

    record ByHand(String orderId, Decision decision) {

        static ByHand from(JsonFields fields) {
            String orderId = fields.identifier("orderId");
            Verdict verdict = fields.oneOf("decision", Verdict.class);
            return new ByHand(
                    orderId,
                    new Decision(
                            verdict,
                            fields.identifier("approver"),
                            fields.requiredText("reason"),
                            "decided_by_approver"));
        }
    }
}

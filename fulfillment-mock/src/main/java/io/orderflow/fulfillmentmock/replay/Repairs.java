package io.orderflow.fulfillmentmock.replay;

import io.orderflow.fulfillmentmock.provider.FulfillmentCommands;
import io.orderflow.fulfillmentmock.provider.FulfillmentCommands.Attempt;
import io.orderflow.httpapi.problem.ApiProblem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Has findings mended by the provider's normal commands, each in a transaction with the note of who wanted it and why. */
@Service
class Repairs {

    private final ReplayStore store;
    private final FulfillmentCommands commands;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Repairs(ReplayStore store, FulfillmentCommands commands, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.commands = commands;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @param result what the command did, or the code with which it was refused */
    record Outcome(int number, String result) {}

    /**
     * Mends findings that have a command and were not mended yet.
     *
     * @param numbers which; null for all
     */
    List<Outcome> run(UUID replay, @Nullable Set<Integer> numbers, String operator, String reason) {
        List<Finding> findings = store.findings(replay);
        Set<Integer> known = Set.copyOf(findings.stream().map(Finding::number).toList());
        if (numbers != null && !known.containsAll(numbers)) {
            throw new ApiProblem(
                    HttpStatus.NOT_FOUND, "finding_not_found", "The replay has no finding of this number.");
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Finding finding : findings) {
            boolean wanted = numbers == null || numbers.contains(finding.number());
            if (wanted && finding.command() != null && finding.repairedAt() == null) {
                outcomes.add(new Outcome(finding.number(), one(replay, finding, operator, reason)));
            }
        }
        return outcomes;
    }

    private String one(UUID replay, Finding finding, String operator, String reason) {
        try {
            return transaction.execute(status -> {
                // The note comes first: of two operators, the second waits here and finds it written.
                if (!store.repaired(replay, finding.number(), operator, reason, "DONE", clock.instant())) {
                    return "REPAIRED_BEFORE";
                }
                return apply(finding).name();
            });
        } catch (ApiProblem refused) {
            return refused.code();
        }
    }

    private FulfillmentCommands.Result apply(Finding finding) {
        Attempt attempt = new Attempt(finding.orderId(), finding.orderLineId(), finding.attempt());
        return switch (finding.kind()) {
            case MISSING ->
                commands.request(finding.tenantId(), required(finding).request());
            case DIFFERENT ->
                commands.correct(finding.tenantId(), required(finding).request());
            case ORPHAN -> commands.withdraw(finding.tenantId(), attempt);
            case UNANSWERED -> commands.answerAgain(finding.tenantId(), attempt, finding.aggregateVersion());
        };
    }

    private static ExpectedRequest required(Finding finding) {
        if (finding.expected() == null) {
            throw new ApiProblem(HttpStatus.CONFLICT, "replay_outdated", "A later replay has taken this one's place.");
        }
        return finding.expected();
    }
}

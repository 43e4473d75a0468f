package io.orderflow.cli.show;

import io.orderflow.cli.outside.Behaviour;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who meets which trouble. A part that no order of the file is fit for is empty.
 *
 * @param flaky offers at which the provider fails once; operations have them tried again
 * @param broken offers at which it fails for good; operations waive them in Tasklist
 * @param hopeless orders with one line that fails for good; it is waived over the order API
 * @param slow offers that take longer than was promised
 * @param withdrawn orders that their customers cancel while the provider is at work on them
 * @param declined the order that approvers decline
 */
public record Cast(
        List<String> flaky,
        List<String> broken,
        List<Part> hopeless,
        List<String> slow,
        List<Candidate> withdrawn,
        Optional<Declined> declined) {

    /** Beyond the deadline that the local stack's processes have, see StackPlan. */
    private static final Duration SLOW = Duration.ofSeconds(30);

    /** So long that the customer has cancelled by then. */
    private static final Duration ENDLESS = Duration.ofMinutes(10);

    /** One line of an order, by its offer. */
    public record Part(Candidate order, String offer) {}

    /** @param limit above it approvers decline; only this order costs more */
    public record Declined(Candidate order, BigDecimal limit) {}

    /** What the provider has to be told. */
    public List<Behaviour> behaviours() {
        List<Behaviour> all = new ArrayList<>();
        flaky.forEach(offer ->
                all.add(Behaviour.of(offer, "FAIL_THEN_SUCCEED").because("no_stock", "Out of stock until noon")));
        broken.forEach(offer -> all.add(Behaviour.of(offer, "FAIL").because("discontinued", "No longer made")));
        hopeless.forEach(part -> all.add(Behaviour.of(part.offer(), "FAIL").because("discontinued", "No longer made")));
        slow.forEach(offer -> all.add(Behaviour.of(offer, "SUCCEED").after(SLOW)));
        withdrawn.stream()
                .flatMap(order -> order.offers().stream().distinct())
                .forEach(offer -> all.add(Behaviour.of(offer, "SUCCEED").after(ENDLESS)));
        return all;
    }
}

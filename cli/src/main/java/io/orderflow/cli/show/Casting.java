package io.orderflow.cli.show;

import io.orderflow.cli.show.Cast.Declined;
import io.orderflow.cli.show.Cast.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Gives out the parts: to offers that few orders hold, so that most orders have no trouble, and early in the file, so that
 * it is over when the file is. The same file gives the same cast.
 */
public final class Casting {

    /** The rule by which processes ask for approvals does so for every larger order, in the demo's currency. */
    static final BigDecimal SURELY_APPROVED = new BigDecimal("2000.00");

    private static final long SEED = 20_260_702;
    private static final int MOST_LINES = 40;
    private static final int OF_EACH = 2;

    private final List<Candidate> orders;
    private final List<Candidate> early;
    private final Map<String, Long> orderCounts;
    private final Set<Candidate> taken = new HashSet<>();

    private Casting(List<Candidate> orders) {
        this.orders = orders;
        this.orderCounts = orders.stream()
                .flatMap(order -> order.offers().stream().distinct())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        this.early = shuffled(orders.subList(0, (orders.size() + 1) / 2));
    }

    /** @param orders in the order of the file */
    public static Cast of(List<Candidate> orders) {
        return new Casting(orders).give();
    }

    private Cast give() {
        Optional<Declined> declined = declined();
        List<Candidate> withdrawn = withdrawn();
        return new Cast(offers(), offers(), parts(1), offers(), withdrawn, declined);
    }

    /** The largest order, if there is one that needs an approval and is larger than all others. */
    private Optional<Declined> declined() {
        List<Candidate> largest = orders.stream()
                .sorted(Comparator.comparing(Candidate::total).reversed())
                .limit(2)
                .toList();
        if (largest.isEmpty() || largest.get(0).total().compareTo(SURELY_APPROVED) < 0) {
            return Optional.empty();
        }
        BigDecimal next = largest.size() < 2 ? BigDecimal.ZERO : largest.get(1).total();
        BigDecimal limit = next.max(SURELY_APPROVED);
        if (limit.compareTo(largest.get(0).total()) >= 0) {
            return Optional.empty();
        }
        taken.add(largest.get(0));
        return Optional.of(new Declined(largest.get(0), limit));
    }

    /** Orders all of whose offers are theirs alone: before the provider has done anything they can be cancelled. */
    private List<Candidate> withdrawn() {
        List<Candidate> found = shuffled(orders).stream()
                .filter(this::isFree)
                .filter(order -> order.offers().stream().allMatch(isHeldByAtMost(1)))
                .sorted(Comparator.comparingInt(order -> order.offers().size()))
                .limit(OF_EACH)
                .toList();
        taken.addAll(found);
        return found;
    }

    private static List<Candidate> shuffled(List<Candidate> orders) {
        List<Candidate> shuffled = new ArrayList<>(orders);
        Collections.shuffle(shuffled, new Random(SEED));
        return shuffled;
    }

    private List<String> offers() {
        return parts(OF_EACH).stream().map(Part::offer).toList();
    }

    private List<Part> parts(int atMost) {
        List<Part> parts = new ArrayList<>();
        for (Candidate order : early) {
            Optional<String> rare =
                    order.offers().stream().filter(isHeldByAtMost(1)).findFirst();
            if (parts.size() < atMost && isFree(order) && rare.isPresent()) {
                taken.add(order);
                parts.add(new Part(order, rare.get()));
            }
        }
        return parts;
    }

    /** Orders that somebody else has plans with would show both at once, or neither. */
    private boolean isFree(Candidate order) {
        return !taken.contains(order)
                && !order.customerCancels()
                && order.offers().size() <= MOST_LINES
                && order.total().compareTo(SURELY_APPROVED) < 0;
    }

    private Predicate<String> isHeldByAtMost(long count) {
        return offer -> orderCounts.getOrDefault(offer, 0L) <= count;
    }
}

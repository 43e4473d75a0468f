package io.orderflow.cli.show;

import java.math.BigDecimal;
import java.util.List;

/**
 * An order of the file that could be given a part.
 *
 * @param quoteId by which it will be known
 * @param customerCancels whether the file holds a cancellation by the same customer
 * @param offers one for each line
 */
public record Candidate(
        String invoice, String quoteId, boolean customerCancels, BigDecimal total, List<String> offers) {

    public Candidate {
        offers = List.copyOf(offers);
    }
}

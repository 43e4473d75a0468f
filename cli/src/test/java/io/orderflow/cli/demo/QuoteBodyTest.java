package io.orderflow.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteBodyTest {

    private final FedInvoice invoice = new FedInvoice(
            new Invoice("536365", List.of(Csv.row("A", "6", "2.5"), Csv.row("B", "-1", "1"), Csv.row("A", "1", "18"))),
            "run",
            false);

    @Test
    void holdsOneLinePerAcceptedRow() throws Exception {
        JsonNode expected = new ObjectMapper()
                .readTree(
                        """
                        {"quoteId": "q-run-536365", "customerId": "17850", "currency": "GBP", "lines": [
                          {"quoteLineId": "1", "offerId": "A", "action": "ADD", "quantity": 6, "unitPrice": "2.50",
                           "description": "LANTERN"},
                          {"quoteLineId": "2", "offerId": "A", "action": "ADD", "quantity": 1, "unitPrice": "18.00",
                           "description": "LANTERN"}]}
                        """);

        assertThat(QuoteBody.order(invoice)).isEqualTo(expected);
    }

    @Test
    void namesWhoAcceptedInsteadOfTheQuoteWhereTheQuoteIsInThePath() {
        assertThat(QuoteBody.acceptance(invoice).has("quoteId")).isFalse();
        assertThat(QuoteBody.acceptance(invoice).get("acceptedBy").asText()).isNotBlank();
    }
}

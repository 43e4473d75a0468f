package io.orderflow.cli.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a story orders.
 *
 * @param offerId of this run alone, so that nobody else's order is treated like it
 * @param dependsOn numbers of earlier lines
 */
record StoryLine(String offerId, String description, int quantity, String unitPrice, List<Integer> dependsOn) {

    private static final ObjectMapper JSON = new ObjectMapper();

    StoryLine after(Integer... lines) {
        return new StoryLine(offerId, description, quantity, unitPrice, List.of(lines));
    }

    StoryLine times(int other) {
        return new StoryLine(offerId, description, other, unitPrice, dependsOn);
    }

    static ObjectNode body(String quoteId, List<StoryLine> lines) {
        ObjectNode body = JSON.createObjectNode()
                .put("quoteId", quoteId)
                .put("customerId", "17850")
                .put("currency", "GBP");
        lines.forEach(line -> line.addTo(body));
        return body;
    }

    private void addTo(ObjectNode body) {
        int number = body.withArray("lines").size() + 1;
        ObjectNode line = body.withArray("lines")
                .addObject()
                .put("quoteLineId", Integer.toString(number))
                .put("offerId", offerId)
                .put("action", "ADD")
                .put("quantity", quantity)
                .put("unitPrice", unitPrice)
                .put("description", description);
        dependsOn.forEach(other -> line.withArray("dependsOn").add(other.toString()));
    }
}

package io.orderflow.fulfillmentmock.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.orderflow.fulfillmentmock.provider.FulfillmentRequest;
import io.orderflow.fulfillmentmock.reversals.Reversal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at one line, from asking to undoing.
 *
 * @param reversal null if nobody asked for one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LoggedRequest(@JsonUnwrapped FulfillmentRequest request, @Nullable Reversal reversal) {

    static List<LoggedRequest> of(List<FulfillmentRequest> requests, List<Reversal> reversals) {
        Map<FulfillmentRequest.Key, Reversal> undone =
                reversals.stream().collect(Collectors.toMap(Reversal::key, Function.identity()));
        return requests.stream()
                .map(request -> new LoggedRequest(request, undone.get(request.key())))
                .toList();
    }
}

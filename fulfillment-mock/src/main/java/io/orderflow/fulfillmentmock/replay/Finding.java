package io.orderflow.fulfillmentmock.replay;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One difference between the events and the provider's log.
 *
 * @param number within its replay, from 1
 * @param aggregateVersion of a lost answer, if consumers wait for it
 * @param answered whether the provider has answered the request
 * @param expected what the events ask for; null if they do not know the request
 * @param command what would mend it; null if somebody has to decide
 * @param repairedAt when that was done; null as long as it was not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Finding(
        int number,
        Kind kind,
        String tenantId,
        String orderId,
        String orderLineId,
        int attempt,
        String detail,
        @JsonIgnore @Nullable Long aggregateVersion,
        @JsonIgnore boolean answered,
        @JsonIgnore @Nullable ExpectedRequest expected,
        @Nullable RepairCommand command,
        @Nullable Instant repairedAt,
        @Nullable String repairedBy,
        @Nullable String repairReason,
        @Nullable String repairResult) {

    enum Kind {
        /** The events asked for it, and the provider does not know it. */
        MISSING,
        /** The provider knows it with another content. */
        DIFFERENT,
        /** The provider knows it, and no event asked for it. */
        ORPHAN,
        /** The provider has answered, and the answer never arrived. */
        UNANSWERED
    }
}

package io.orderflow.messagecorrelation.binding;

import org.jspecify.annotations.Nullable;

/** What an event carries, read field by field. Implementations are immutable, so any thread may ask. */
@FunctionalInterface
public interface EventContent {

    /**
     * A single value of the payload.
     *
     * @param path names from the payload down, with dots between them ({@code line.offerId})
     * @return a String, a Boolean or a Number (Integer, Long, BigDecimal); null if the event does not have the field, or has
     *     an object or a list there
     */
    @Nullable
    Object field(String path);
}

package io.orderflow.orderservice.config;

import io.orderflow.orderservice.order.PointOfNoReturn;
import io.orderflow.orderservice.order.PointOfNoReturnPolicy;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** {@code orderflow.orders}: what the business may set about orders. */
@ConfigurationProperties("orderflow.orders")
record OrderProperties(@DefaultValue ByOffer pointOfNoReturn) {

    /**
     * From when on a line keeps its order from being cancelled; takes effect for orders captured from then on.
     *
     * @param standard for offers that are not named
     * @param byOffer offer ids in brackets: {@code by-offer[FIBRE-500]: ONCE_REQUESTED}
     */
    record ByOffer(
            @DefaultValue("ONCE_COMPLETED") PointOfNoReturn standard,
            @DefaultValue Map<String, PointOfNoReturn> byOffer)
            implements PointOfNoReturnPolicy {

        @Override
        public PointOfNoReturn of(String offerId) {
            return byOffer.getOrDefault(offerId, standard);
        }
    }
}

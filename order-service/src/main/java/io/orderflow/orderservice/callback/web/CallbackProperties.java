package io.orderflow.orderservice.callback.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** {@code orderflow.callbacks}: which providers may call back, and for which tenant. Nobody, unless somebody is named. */
@ConfigurationProperties("orderflow.callbacks")
record CallbackProperties(@DefaultValue List<ProviderSecret> providers) {

    /**
     * A secret that a provider signs with for one tenant. Two entries with the same name and tenant are both accepted, so
     * that a secret can be replaced without a gap.
     */
    record ProviderSecret(@Nullable String name, @Nullable String tenant, @Nullable String secret) {

        /** Leaves the secret out of logs. */
        @Override
        public String toString() {
            return "ProviderSecret[name=%s, tenant=%s]".formatted(name, tenant);
        }
    }
}

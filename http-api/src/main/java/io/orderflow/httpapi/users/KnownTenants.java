package io.orderflow.httpapi.users;

import java.util.Set;

/**
 * The tenants that a service works for; a user of any other tenant is a mistake in the configuration.
 *
 * @param ids the tenants
 * @param setting the property that lists them, to be named when a user's tenant is not among them
 */
public record KnownTenants(Set<String> ids, String setting) {

    public KnownTenants {
        ids = Set.copyOf(ids);
    }
}

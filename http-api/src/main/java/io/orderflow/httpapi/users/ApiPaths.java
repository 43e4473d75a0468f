package io.orderflow.httpapi.users;

import java.util.List;

/**
 * What authenticated users may call. Anything that is named nowhere does not exist for anybody.
 *
 * @param patterns path patterns as Spring Security reads them
 */
public record ApiPaths(List<String> patterns) {

    public ApiPaths {
        patterns = List.copyOf(patterns);
    }

    public static ApiPaths of(String... patterns) {
        return new ApiPaths(List.of(patterns));
    }
}

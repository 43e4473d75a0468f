package io.orderflow.httpapi.users;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to set instead of showing a stack trace. */
final class ApiUsersFailureAnalyzer extends AbstractFailureAnalyzer<ApiUsersInvalidException> {

    private static final String ACTION =
            """
            Set name, password and tenant of at least one user, for instance in the environment:
              ORDERFLOW_API_USERS_0_NAME=...
              ORDERFLOW_API_USERS_0_PASSWORD=...
              ORDERFLOW_API_USERS_0_TENANT=...
            There is no default user on purpose.""";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ApiUsersInvalidException cause) {
        return new FailureAnalysis(cause.getMessage(), ACTION, cause);
    }
}

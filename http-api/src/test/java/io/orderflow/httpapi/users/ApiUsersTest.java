package io.orderflow.httpapi.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

class ApiUsersTest {

    private static final KnownTenants TENANTS = new KnownTenants(Set.of("tenant_demo"), "service.tenants");

    @Test
    void aUserBelongsToATenant() {
        UserDetailsService users = users(new ApiProperties.User("alice", "secret", "tenant_demo"));

        ApiUser alice = (ApiUser) users.loadUserByUsername("alice");
        assertThat(alice.tenantId()).isEqualTo("tenant_demo");
        assertThat(alice.getPassword()).doesNotContain("secret");
        alice.eraseCredentials();
        assertThat(users.loadUserByUsername("alice").getPassword()).isNotNull();
        assertThatThrownBy(() -> users.loadUserByUsername("bob")).isInstanceOf(UsernameNotFoundException.class);
    }

    @Test
    void withoutUsersNobodyStarts() {
        assertThatThrownBy(ApiUsersTest::users)
                .isInstanceOf(ApiUsersInvalidException.class)
                .hasMessageContaining("orderflow.api.users is empty");
    }

    @Test
    void everythingThatIsMissingIsNamed() {
        assertThatThrownBy(() -> users(
                        new ApiProperties.User("alice", " ", "tenant_demo"),
                        new ApiProperties.User("alice", "s3cret", "tenant_unknown"),
                        new ApiProperties.User(null, "x", null),
                        new ApiProperties.User("a:b", "x", "tenant_demo")))
                .hasMessageContaining("orderflow.api.users[0].password is not set")
                .hasMessageContaining("orderflow.api.users[1].tenant is not one of service.tenants")
                .hasMessageContaining("orderflow.api.users[1].name is taken")
                .hasMessageContaining("orderflow.api.users[2].name is not set")
                .hasMessageContaining("orderflow.api.users[2].tenant is not set")
                .hasMessageContaining("orderflow.api.users[3].name is not a user name")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void theStartFailureSaysWhatToSet() {
        ApiUsersInvalidException cause = new ApiUsersInvalidException(List.of("orderflow.api.users is empty"));

        assertThat(new ApiUsersFailureAnalyzer().analyze(cause).getAction()).contains("ORDERFLOW_API_USERS_0_NAME");
    }

    @Test
    void passwordsAreComparedWithoutBeingKept() {
        SecretDigest digest = new SecretDigest();

        assertThat(digest.matches("secret", digest.encode("secret"))).isTrue();
        assertThat(digest.matches("Secret", digest.encode("secret"))).isFalse();
        assertThat(new SecretDigest().encode("secret")).isNotEqualTo(digest.encode("secret"));
    }

    @Test
    void passwordsStayOutOfLogs() {
        assertThat(new ApiProperties.User("alice", "secret", "tenant_demo").toString())
                .doesNotContain("secret");
    }

    private static UserDetailsService users(ApiProperties.User... users) {
        return ApiUsers.from(new ApiProperties(List.of(users)), TENANTS, new SecretDigest());
    }
}

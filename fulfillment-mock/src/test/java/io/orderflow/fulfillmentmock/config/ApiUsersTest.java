package io.orderflow.fulfillmentmock.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderflow.fulfillmentmock.config.ApiProperties.User;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

class ApiUsersTest {

    private final SecretHash hash = new SecretHash();

    @Test
    void aUserActsForItsTenant() {
        UserDetailsService users =
                ApiUsers.from(new ApiProperties(List.of(new User("demo", "s3cret", "tenant_demo"))), hash);
        ApiUser user = (ApiUser) users.loadUserByUsername("demo");
        assertThat(user.tenant()).isEqualTo("tenant_demo");
        assertThat(user.getPassword()).doesNotContain("s3cret");
        assertThat(hash.matches("s3cret", user.getPassword())).isTrue();
        assertThat(hash.matches("S3cret", user.getPassword())).isFalse();
        user.eraseCredentials();
        assertThat(users.loadUserByUsername("demo").getPassword()).isNotNull();
        assertThatExceptionOfType(UsernameNotFoundException.class).isThrownBy(() -> users.loadUserByUsername("other"));
    }

    @Test
    void withoutUsersThereIsNothingToStart() {
        assertThatExceptionOfType(ApiUsersMissingException.class)
                .isThrownBy(() -> ApiUsers.from(new ApiProperties(List.of()), hash))
                .satisfies(missing -> assertThat(new ApiUsersFailureAnalyzer()
                                .analyze(missing, missing)
                                .getAction())
                        .contains("ORDERFLOW_API_USERS_0_PASSWORD"));
    }

    @Test
    void everythingThatIsMissingIsNamedAndNoPasswordIs() {
        assertThatExceptionOfType(ApiUsersMissingException.class)
                .isThrownBy(() -> ApiUsers.from(
                        new ApiProperties(
                                List.of(new User("demo", "s3cret", "Tenant Demo"), new User("demo", " ", null))),
                        hash))
                .withMessageContainingAll(
                        "users[0].tenant may have lower case",
                        "users[1].password is not set",
                        "users[1].tenant is not set",
                        "users[1].name is given twice")
                .satisfies(e -> assertThat(e).hasMessageNotContaining("s3cret"));
        assertThat(new User("demo", "s3cret", "tenant_demo").toString()).doesNotContain("s3cret");
    }
}

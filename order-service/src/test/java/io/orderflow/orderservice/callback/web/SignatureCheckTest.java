package io.orderflow.orderservice.callback.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderflow.httpapi.problem.ApiProblem;
import io.orderflow.httpapi.users.KnownTenants;
import io.orderflow.orderservice.callback.Provider;
import io.orderflow.testing.support.time.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;

class SignatureCheckTest {

    private static final String SECRET = "acme signs with this for the demo";
    private static final String NEXT_SECRET = "acme signs with this one next year";
    private static final String OTHER_SECRET = "acme signs with that for the other";
    private static final String BODY = "{\"callbackId\": \"cb-1\"}";
    private static final Instant NOW = Instant.ofEpochSecond(1_795_450_000);

    private final SettableClock clock = SettableClock.at(NOW);
    private final SignatureCheck check = new SignatureCheck(
            ProviderKeys.from(
                    new CallbackProperties(List.of(
                            new CallbackProperties.ProviderSecret("acme", "tenant_demo", SECRET),
                            new CallbackProperties.ProviderSecret("acme", "tenant_demo", NEXT_SECRET),
                            new CallbackProperties.ProviderSecret("acme", "tenant_other", OTHER_SECRET))),
                    new KnownTenants(Set.of("tenant_demo", "tenant_other"), "tenants")),
            clock);

    @Test
    void theDocumentedSignatureIsAccepted() throws IOException {
        // Computed with another implementation: HMAC-SHA256 of "1795450000." and the body.
        MockHttpServletRequest request = request(
                "acme", "t=1795450000,v1=067808a70b853831cc102ef675ddef28a31c4f0f13027e615854f9dc07818b36", BODY);

        SignedBody signed = check.verified(request);
        assertThat(signed.provider()).isEqualTo(new Provider("acme", "tenant_demo"));
        assertThat(signed.bytes()).asString().isEqualTo(BODY);
    }

    @Test
    void theSecretTellsTheTenantAndAnOldOneMayStillBeUsed() throws IOException {
        assertThat(check.verified(signed(SECRET, NOW)).provider().tenantId()).isEqualTo("tenant_demo");
        assertThat(check.verified(signed(NEXT_SECRET, NOW)).provider().tenantId())
                .isEqualTo("tenant_demo");
        assertThat(check.verified(signed(OTHER_SECRET, NOW)).provider().tenantId())
                .isEqualTo("tenant_other");
    }

    @Test
    void clocksMayBeFiveMinutesApartAndNoMore() throws IOException {
        for (Duration apart : List.of(Duration.ofMinutes(5), Duration.ofMinutes(-5), Duration.ZERO)) {
            assertThat(check.verified(signed(SECRET, NOW.plus(apart))).bytes()).isNotEmpty();
        }
        assertRefused(signed(SECRET, NOW.plus(Duration.ofMinutes(5)).plusSeconds(1)));
        assertRefused(signed(SECRET, NOW.minus(Duration.ofMinutes(5)).minusSeconds(1)));

        MockHttpServletRequest later = signed(SECRET, NOW);
        clock.advance(Duration.ofSeconds(301));
        assertRefused(later);
    }

    @Test
    void whateverIsChangedAfterSigningIsRefused() {
        String mac = mac(SECRET, "1795450000", BODY);
        assertRefused(request("acme", "t=1795450000,v1=" + mac, BODY + " "));
        assertRefused(request("acme", "t=1795450000,v1=" + mac, ""));
        assertRefused(request("acme", "t=1795450001,v1=" + mac, BODY));
        assertRefused(request("acme", "t=01795450000,v1=" + mac, BODY));
        assertRefused(request("other", "t=1795450000,v1=" + mac, BODY));
        assertRefused(request("ACME", "t=1795450000,v1=" + mac, BODY));
        for (int digit = 0; digit < mac.length(); digit++) {
            char changed = mac.charAt(digit) == '0' ? '1' : '0';
            assertRefused(request(
                    "acme", "t=1795450000,v1=" + mac.substring(0, digit) + changed + mac.substring(digit + 1), BODY));
        }
    }

    @Test
    void hexMayBeWrittenInCapitals() throws IOException {
        String mac = mac(SECRET, "1795450000", BODY).toUpperCase(Locale.ROOT);

        assertThat(check.verified(request("acme", "t=1795450000,v1=" + mac, BODY))
                        .bytes())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1=",
                "t=1795450000",
                "t=1795450000,v1=",
                "t=1795450000,v0=%s",
                "t=1795450000, v1=%s",
                "v1=%s,t=1795450000",
                "t=1795450000,v1=%s,v1=%s",
                "t=1795450000,v1=%s0",
                "t=,v1=%s",
                "t=-1795450000,v1=%s",
                "t=999999999999999999999,v1=%s",
                "t=1795450000.5,v1=%s"
            })
    void otherShapesAreRefused(String header) {
        String mac = mac(SECRET, "1795450000", BODY);
        assertRefused(request("acme", header.replace("%s", mac), BODY));
    }

    @Test
    void headersThatAreMissingOrThereTwiceAreRefused() {
        String signature = "t=1795450000,v1=" + mac(SECRET, "1795450000", BODY);
        MockHttpServletRequest unsigned = request("acme", signature, BODY);
        unsigned.removeHeader("Orderflow-Signature");
        MockHttpServletRequest unnamed = request("acme", signature, BODY);
        unnamed.removeHeader("Orderflow-Provider");
        MockHttpServletRequest twice = request("acme", signature, BODY);
        twice.addHeader("Orderflow-Signature", signature);
        MockHttpServletRequest twoNames = request("acme", signature, BODY);
        twoNames.addHeader("Orderflow-Provider", "other");

        List.of(unsigned, unnamed, twice, twoNames).forEach(this::assertRefused);
    }

    @Test
    void aSignedBodyHasALimit() {
        String body = "x".repeat(64 * 1024 + 1);

        assertThatExceptionOfType(ApiProblem.class)
                .isThrownBy(() ->
                        check.verified(request("acme", "t=1795450000,v1=" + mac(SECRET, "1795450000", body), body)))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(HttpStatus.PAYLOAD_TOO_LARGE));
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void theReasonIsInTheLogAndNothingThatAStrangerMadeUp(CapturedOutput output) {
        assertRefused(request("forged\u0085name", "t=1795450000,v1=" + "0".repeat(64), BODY));
        assertRefused(signed(SECRET, NOW.minusSeconds(999)));

        assertThat(output)
                .contains("no provider of the name", "999 seconds apart")
                .doesNotContain("forged");
    }

    private void assertRefused(MockHttpServletRequest request) {
        assertThatExceptionOfType(ApiProblem.class)
                .isThrownBy(() -> check.verified(request))
                .satisfies(problem -> {
                    assertThat(problem.status()).isEqualTo(HttpStatus.UNAUTHORIZED);
                    assertThat(problem.code()).isEqualTo("unauthenticated");
                    assertThat(problem).hasMessage("A callback needs a valid signature.");
                    assertThat(problem.properties()).isEmpty();
                });
    }

    private static MockHttpServletRequest signed(String secret, Instant at) {
        String time = Long.toString(at.getEpochSecond());
        return request("acme", "t=%s,v1=%s".formatted(time, mac(secret, time, BODY)), BODY);
    }

    private static MockHttpServletRequest request(String provider, String signature, String body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", CallbackApi.PATH);
        request.addHeader("Orderflow-Provider", provider);
        request.addHeader("Orderflow-Signature", signature);
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }

    private static String mac(String secret, String time, String body) {
        return HexFormat.of()
                .formatHex(HmacSignature.mac(
                        time,
                        body.getBytes(StandardCharsets.UTF_8),
                        new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HmacSignature.ALGORITHM)));
    }
}

package io.orderflow.orderservice.callback.web;

import io.orderflow.httpapi.json.RequestBodies;
import io.orderflow.httpapi.problem.ApiProblem;
import io.orderflow.orderservice.callback.Provider;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Lets in what a provider has signed within the last minutes. Whoever is refused learns nothing about why, nor whether a
 * provider of that name exists: the reason is in the log only. Thread safe.
 */
final class SignatureCheck {

    static final String PROVIDER_HEADER = "Orderflow-Provider";

    /** How far the clocks of a provider and of this service may be apart, either way, with the time on the way. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final int MAX_BODY_BYTES = 64 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(SignatureCheck.class);

    private final ProviderKeys keys;
    private final Clock clock;

    SignatureCheck(ProviderKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Reads the body and says who has signed it.
     *
     * @throws ApiProblem 401 whatever is wrong with the signature, 408 or 413 for a body that is too slow or too large
     */
    SignedBody verified(HttpServletRequest request) throws IOException {
        HmacSignature signature = single(request, HmacSignature.HEADER)
                .flatMap(HmacSignature::parse)
                .orElseThrow(() -> refused("there is no signature, or not one of its shape"));
        String name = single(request, PROVIDER_HEADER).orElseThrow(() -> refused("no provider is named"));
        Duration age = Duration.between(signature.signedAt(), clock.instant()).abs();
        if (age.compareTo(TOLERANCE) > 0) {
            throw refused("it was signed at another time: %d seconds apart".formatted(age.toSeconds()));
        }
        byte[] body = RequestBodies.read(request.getInputStream(), MAX_BODY_BYTES);
        return new SignedBody(signer(name, signature, body), body);
    }

    private Provider signer(String name, HmacSignature signature, byte[] body) {
        Provider signer = null;
        for (ProviderKeys.ProviderKey candidate : keys.of(name)) {
            if (signature.isOf(body, candidate.key())) {
                signer = candidate.provider();
            }
        }
        if (signer == null) {
            throw refused("no provider of the name that it gives has signed it");
        }
        return signer;
    }

    private static Optional<String> single(HttpServletRequest request, String header) {
        List<String> values = Collections.list(request.getHeaders(header));
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** @param reason for the log; says nothing that a stranger has made up */
    private static ApiProblem refused(String reason) {
        LOG.warn("Refused a callback: {}", reason);
        return new ApiProblem(HttpStatus.UNAUTHORIZED, "unauthenticated", "A callback needs a valid signature.")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, HmacSignature.HEADER);
    }
}

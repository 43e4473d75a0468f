package io.orderflow.fulfillmentmock.quotes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Fingerprints of a quote: equal for equal content, however its JSON was laid out. */
final class Fingerprints {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private Fingerprints() {}

    /** Of what was sold: who buys which offers for how much. Words about a line do not count. */
    static String commercialSnapshot(String quoteId, Acceptance acceptance) {
        List<Object> content = new ArrayList<>(List.of(quoteId, acceptance.customerId(), acceptance.currency()));
        for (QuoteLine line : acceptance.lines()) {
            content.add(commercial(line));
        }
        return "sha256:" + sha256(content);
    }

    /** Of everything that the caller said. */
    static String request(String quoteId, Acceptance acceptance) {
        List<Object> content =
                new ArrayList<>(List.of(commercialSnapshot(quoteId, acceptance), acceptance.acceptedBy()));
        for (QuoteLine line : acceptance.lines()) {
            content.add(Arrays.asList(line.description()));
        }
        return sha256(content);
    }

    private static List<Object> commercial(QuoteLine line) {
        return List.of(
                line.quoteLineId(),
                line.offerId(),
                line.action(),
                line.quantity(),
                Money.normalized(line.unitPrice()).toPlainString(),
                line.dependsOn().stream().sorted().toList());
    }

    private static String sha256(List<Object> content) {
        try {
            byte[] canonical = JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("texts and numbers can always be written and hashed", e);
        }
    }
}

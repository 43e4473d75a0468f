package io.orderflow.contractchecks.asyncapi;

import io.orderflow.contractchecks.catalogue.Catalogue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A version of the whole catalogue: another one as soon as anything in it is another. */
final class Fingerprint {

    private static final int DIGITS = 12;

    private Fingerprint() {}

    static String of(Catalogue catalogue) {
        MessageDigest digest = sha256();
        add(digest, catalogue.topics().content().toString());
        catalogue.documents().forEach(document -> add(digest, document.content().toString()));
        catalogue.events().forEach(event -> {
            add(digest, event.ownership().content().toString());
            add(digest, event.changelog());
            event.versions().stream()
                    .flatMap(version -> version.examples())
                    .forEach(example -> add(digest, example.value().toString()));
        });
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    private static void add(MessageDigest digest, String part) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.orderflow.kafkaadapters.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What an event says, in 64 bits; when it was published is no part of it, because a redelivery is published again. */
final class ContentDigest {

    private ContentDigest() {}

    static long of(byte[] value, JsonNode tree, EnvelopeCodec codec) {
        MessageDigest sha256 = sha256();
        int rest = EnvelopeCodec.afterStamp(value);
        if (rest > 0) {
            sha256.update((byte) '{');
            sha256.update(value, rest, value.length - rest);
        } else {
            ObjectNode unstamped = ((ObjectNode) tree).deepCopy();
            unstamped.remove("publishedAt");
            sha256.update(codec.toBytes(unstamped));
        }
        return ByteBuffer.wrap(sha256.digest()).getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}

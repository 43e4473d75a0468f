package io.orderflow.orderservice.callback;

import io.orderflow.orderservice.order.ProviderAnswer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Equal for callbacks that say the same, however they were laid out. Every text is written with its length in front, so
 * that nothing can move from one field to the next, and what is absent is not empty.
 */
final class CallbackFingerprint {

    private final MessageDigest digest;

    private CallbackFingerprint(MessageDigest digest) {
        this.digest = digest;
    }

    /** {@code sha256:} and 64 hex digits. */
    static String of(Callback callback) {
        CallbackFingerprint fingerprint = new CallbackFingerprint(sha256());
        fingerprint.add(callback.type().name());
        fingerprint.add(callback.orderId());
        fingerprint.add(callback.answer());
        return "sha256:" + HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private void add(ProviderAnswer answer) {
        add(answer.orderLineId());
        add(Integer.toString(answer.attempt()));
        add(answer.idempotencyKey());
        if (answer instanceof ProviderAnswer.Completion completion) {
            add(completion.providerReference());
        } else if (answer instanceof ProviderAnswer.Failure failure) {
            add(failure.errorCode());
            add(failure.reason());
            add(Boolean.toString(failure.retryable()));
            add(failure.providerReference());
        } else if (answer instanceof ProviderAnswer.Reversal reversal) {
            add(reversal.providerReference());
            add(reversal.reversalReference());
        }
    }

    private void add(@Nullable String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        digest.update((text == null ? "absent:" : bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package io.orderflow.orderservice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.orderservice.order.ProviderAnswer;
import io.orderflow.orderservice.order.ProviderAnswer.Completion;
import io.orderflow.orderservice.order.ProviderAnswer.Failure;
import io.orderflow.orderservice.order.ProviderAnswer.Reversal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallbackFingerprintTest {

    @Test
    void whateverIsSaidDifferentlyIsSomethingElse() {
        List<Callback> different = List.of(
                callback("o", new Completion("l", 1, "k", "r")),
                callback("p", new Completion("l", 1, "k", "r")),
                callback("o", new Completion("m", 1, "k", "r")),
                callback("o", new Completion("l", 2, "k", "r")),
                callback("o", new Completion("l", 1, "j", "r")),
                callback("o", new Completion("l", 1, "k", "s")),
                callback("o", new Completion("l", 1, "kr", "")),
                callback("o", new Completion("l", 1, "", "kr")),
                callback("o", new Reversal("l", 1, "k", "r", null)),
                callback("o", new Reversal("l", 1, "k", "r", "")),
                callback("o", new Reversal("l", 1, "k", "r", "b")),
                callback("o", new Failure("l", 1, "k", "c", "why", true, null)),
                callback("o", new Failure("l", 1, "k", "c", "why", false, null)),
                callback("o", new Failure("l", 1, "k", "d", "why", true, null)),
                callback("o", new Failure("l", 1, "k", "c", "how", true, null)),
                callback("o", new Failure("l", 1, "k", "c", "why", true, "r")));

        assertThat(different.stream().map(CallbackFingerprint::of).distinct()).hasSize(different.size());
    }

    @Test
    void theSameSaidUnderAnotherIdIsTheSame() {
        ProviderAnswer answer = new Completion("l", 1, "k", "r");

        assertThat(CallbackFingerprint.of(new Callback("a", "o", answer)))
                .isEqualTo(CallbackFingerprint.of(new Callback("b", "o", answer)))
                .matches("sha256:[0-9a-f]{64}");
    }

    private static Callback callback(String orderId, ProviderAnswer answer) {
        return new Callback("cb", orderId, answer);
    }
}

package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.Overlay;
import java.util.function.Consumer;

/**
 * One way to break a rule.
 *
 * @param code the rule
 * @param file where the finding must be
 * @param pointer what its pointer must begin with
 */
record Spoilt(String code, String how, String file, String pointer, Consumer<Overlay> change) {

    @Override
    public String toString() {
        return code + ": " + how;
    }
}

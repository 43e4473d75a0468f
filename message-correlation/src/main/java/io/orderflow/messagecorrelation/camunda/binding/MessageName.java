package io.orderflow.messagecorrelation.camunda.binding;

import io.orderflow.messagecorrelation.binding.EventBinding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message's name in a model.
 *
 * @param eventType the event that it stands for
 * @param keyExpression what the engine evaluates to tell several waits for one type apart; null if there is one wait only
 */
record MessageName(String eventType, @Nullable String keyExpression) {

    private static final Pattern NAME = Pattern.compile("([A-Za-z]\\w*)(?::[$#]\\{([^{}]+)})?");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_]\\w*");
    private static final Set<String> BUSINESS_KEY =
            Set.of("execution.processBusinessKey", "execution.businessKey", "execution.getProcessBusinessKey()");

    /** Empty if the name is neither {@code Type} nor <code>Type:${...}</code>. */
    static Optional<MessageName> parse(String name) {
        Matcher parts = NAME.matcher(name.strip());
        return parts.matches()
                ? Optional.of(new MessageName(
                        parts.group(1),
                        parts.group(2) == null ? null : parts.group(2).strip()))
                : Optional.empty();
    }

    boolean hasKey() {
        return keyExpression != null;
    }

    /** The key's field that goes without saying: the one named like the variable in the name. Empty if there is none. */
    Optional<List<String>> impliedKey() {
        if (keyExpression == null) {
            return Optional.of(List.of());
        }
        if (BUSINESS_KEY.contains(keyExpression)) {
            return Optional.of(List.of(EventBinding.BUSINESS_KEY));
        }
        return VARIABLE.matcher(keyExpression).matches() ? Optional.of(List.of(keyExpression)) : Optional.empty();
    }
}

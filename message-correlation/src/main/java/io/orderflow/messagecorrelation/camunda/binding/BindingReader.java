package io.orderflow.messagecorrelation.camunda.binding;

import static io.orderflow.messagecorrelation.camunda.binding.BindingProperties.KEY;
import static io.orderflow.messagecorrelation.camunda.binding.BindingProperties.UNMATCHED;
import static io.orderflow.messagecorrelation.camunda.binding.BindingProperties.VARIABLES;
import static io.orderflow.messagecorrelation.camunda.binding.BindingProperties.WAIT_LIMIT;

import io.orderflow.messagecorrelation.binding.EventBinding;
import io.orderflow.messagecorrelation.binding.Unmatched;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one element's binding. What cannot be read is told to whoever wants to know, and read as if it were not there: a
 * model that runs already is never refused.
 */
final class BindingReader {

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_]\\w*");

    private final CatchElement element;
    private final BiConsumer<String, String> problems;

    /** @param problems is told each problem and its fix */
    BindingReader(CatchElement element, BiConsumer<String, String> problems) {
        this.element = element;
        this.problems = problems;
    }

    /** The binding as far as it can be made out, without telling anybody. */
    static Optional<EventBinding> read(CatchElement element) {
        return new BindingReader(element, (problem, fix) -> {}).read();
    }

    /** Empty if the message's name does not tell the event or its key: then no event ever gets there. */
    Optional<EventBinding> read() {
        if (element.messageName() == null) {
            problems.accept("names no message", "give it a message named after the event");
            return Optional.empty();
        }
        Optional<MessageName> name = MessageName.parse(element.messageName());
        if (name.isEmpty()) {
            problems.accept(
                    "has a message named \"" + element.messageName() + "\"",
                    "name it Type, or Type:${variable} where an instance waits several times for one type");
        }
        // Everything is read in any case, so that all that is wrong is told at once.
        Optional<List<String>> key = name.flatMap(this::key);
        Unmatched unmatched = unmatched();
        Duration waitLimit = waitLimit();
        Map<String, String> variables = variables();
        return name.flatMap(message -> key.map(fields ->
                new EventBinding(element.id(), message.eventType(), fields, unmatched, waitLimit, variables)));
    }

    private Optional<List<String>> key(MessageName name) {
        List<String> fields = parts(KEY);
        if (!name.hasKey()) {
            if (!fields.isEmpty()) {
                problems.accept(
                        "has " + KEY + " but a message without a key",
                        "name the message " + name.eventType() + ":${variable}, or remove " + KEY);
            }
            return Optional.of(List.of());
        }
        if (!fields.isEmpty()) {
            return Optional.of(fields);
        }
        if (name.impliedKey().isEmpty()) {
            problems.accept(
                    "does not say which field of " + name.eventType() + " has the key ${" + name.keyExpression() + "}",
                    "set " + KEY + " to the path of that field");
        }
        return name.impliedKey();
    }

    private Unmatched unmatched() {
        @Nullable String policy = property(UNMATCHED);
        if (policy == null) {
            return Unmatched.PARK;
        }
        Optional<Unmatched> known = Unmatched.named(policy);
        if (known.isEmpty()) {
            problems.accept("has " + UNMATCHED + " \"" + policy + "\"", "take one of " + Unmatched.names());
        }
        return known.orElse(Unmatched.PARK);
    }

    private Duration waitLimit() {
        @Nullable String limit = property(WAIT_LIMIT);
        if (limit == null) {
            return EventBinding.DEFAULT_WAIT_LIMIT;
        }
        try {
            Duration read = Duration.parse(limit);
            if (read.compareTo(Duration.ZERO) > 0) {
                return read;
            }
        } catch (DateTimeException e) {
            // Told below, together with those that can be read and make no sense.
        }
        problems.accept(
                "has " + WAIT_LIMIT + " \"" + limit + "\"",
                "take an ISO-8601 duration of days and times, such as PT2H");
        return EventBinding.DEFAULT_WAIT_LIMIT;
    }

    private Map<String, String> variables() {
        Map<String, String> paths = new LinkedHashMap<>();
        for (String part : parts(VARIABLES)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals).strip();
            String path = part.substring(equals + 1).strip();
            if (!VARIABLE.matcher(name).matches() || path.isEmpty()) {
                problems.accept(
                        "has \"" + part + "\" in " + VARIABLES,
                        "write name, or name=path.in.payload for a variable of another name");
            } else if (paths.putIfAbsent(name, path) != null) {
                problems.accept("sets variable " + name + " twice in " + VARIABLES, "keep one of them");
            }
        }
        return paths;
    }

    private List<String> parts(String property) {
        @Nullable String value = property(property);
        return value == null
                ? List.of()
                : Arrays.stream(value.split(",", -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    private @Nullable String property(String name) {
        @Nullable String value = element.properties().get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}

package io.orderflow.cli.model;

import io.orderflow.cli.engine.Definition;
import io.orderflow.cli.engine.Engine;
import io.orderflow.cli.stack.Refusal;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is deployed on the running stack, if there is one; asked once, and only if somebody wants to know. */
final class Deployed {

    private final Supplier<Engine> stack;
    private @Nullable Engine engine;
    private @Nullable List<Definition> definitions;

    /** @param stack throws a {@link Refusal} while no stack is up */
    Deployed(Supplier<Engine> stack) {
        this.stack = stack;
    }

    /** @throws Refusal while no stack is up, or it does not answer */
    Engine engine() {
        Engine known = engine;
        if (known == null) {
            known = stack.get();
            engine = known;
        }
        return known;
    }

    /** By key, the newest first. */
    List<Definition> definitions() {
        List<Definition> known = definitions;
        if (known == null) {
            known = engine().definitions();
            definitions = known;
        }
        return known;
    }

    List<Definition> of(String key) {
        return definitions().stream()
                .filter(definition -> definition.key().equals(key))
                .toList();
    }
}

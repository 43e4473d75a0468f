package io.orderflow.kafkaadapters.catalog;

import java.util.List;

/** An event that breaks its schema. Thrown to producers as a bug; for consumers it becomes a dead letter. */
public final class SchemaViolation extends RuntimeException {

    private final transient List<String> violations;

    public SchemaViolation(String schemaRef, List<String> violations) {
        super(schemaRef + ": " + String.join("; ", violations));
        this.violations = List.copyOf(violations);
    }

    /** Each violation as {@code <JSON pointer>: <what is wrong>}. */
    public List<String> violations() {
        return violations;
    }
}

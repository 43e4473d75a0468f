package io.orderflow.contractchecks.compatibility;

/**
 * One change.
 *
 * @param pointer the field in the record value, as a JSON pointer with {@code *} for each element of an array
 * @param detail what it was and what it is
 */
public record Change(ChangeKind kind, String pointer, String detail) {

    public Verdict verdict() {
        return kind.verdict();
    }
}

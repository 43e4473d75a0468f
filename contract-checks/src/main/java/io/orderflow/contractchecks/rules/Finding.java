package io.orderflow.contractchecks.rules;

/**
 * Something wrong with the catalogue.
 *
 * @param code stable name of the rule, lower snake case
 * @param file relative to the catalogue's folder
 * @param pointer where in the file, or in the record value that a schema describes; empty for the whole
 * @param message what is wrong
 * @param fix what to do
 */
public record Finding(String code, String file, String pointer, String message, String fix) {

    /** On one line: file, pointer, message, fix, code. */
    @Override
    public String toString() {
        return file + (pointer.isEmpty() ? "" : " " + pointer) + ": " + message + ". " + fix + " [" + code + "]";
    }
}

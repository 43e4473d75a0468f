package io.orderflow.cli.stack;

/** Thrown to end a command with exit code 1; the message is for the person at the terminal and names the next step. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refusal(String message) {
        super(message, null, false, false);
    }
}

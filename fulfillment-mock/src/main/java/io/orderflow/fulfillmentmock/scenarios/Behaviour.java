package io.orderflow.fulfillmentmock.scenarios;

/** What the provider does about a request. Every behaviour but the held and the lost ones answers when the request is due. */
public enum Behaviour {
    /** Fulfils it. */
    SUCCEED,
    /** Fails it for good: another attempt would fail as well. */
    FAIL,
    /** Fails the first attempts, each of which says that another one may succeed. */
    FAIL_THEN_SUCCEED,
    /** Fulfils it once and says so several times, in events of their own. */
    DUPLICATE,
    /**
     * Fulfils it together with all other requests of the order that are waiting with this behaviour, once the last of them
     * is due, and answers in the opposite order: the one that was due last comes first.
     */
    REORDER,
    /** Fulfils it, and the answer gets lost: it is published only when somebody has it sent again. */
    LOSE,
    /** Answers when its reversal is due: first that it was fulfilled, too late, and behind it that it was reversed. */
    ANSWER_AFTER_CANCEL,
    /** Fulfils it, with a record that is no event at all right before the answer. */
    GARBAGE;

    /** Whether the provider waits for something other than time. */
    public boolean isHeld() {
        return this == ANSWER_AFTER_CANCEL;
    }
}

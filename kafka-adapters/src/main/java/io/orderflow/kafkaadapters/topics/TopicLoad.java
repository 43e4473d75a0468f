package io.orderflow.kafkaadapters.topics;

/**
 * How many facts a topic gets when nothing fails.
 *
 * @param perOrder facts for one order
 * @param perLine facts for each line of it
 */
public record TopicLoad(int perOrder, int perLine) {

    /** Nothing in the normal course of things. */
    public static final TopicLoad NONE = new TopicLoad(0, 0);
}

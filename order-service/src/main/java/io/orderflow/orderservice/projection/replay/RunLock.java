package io.orderflow.orderservice.projection.replay;

/** Held by the one node that replays. The database takes it back from a node that dies. */
public interface RunLock extends AutoCloseable {

    /** False after the connection that holds it broke: somebody else may replay by now. */
    boolean isHeld();

    @Override
    void close();
}

package io.orderflow.orderservice.order;

/** From when on a line keeps its order from being cancelled. Fixed for each line when its order is captured. */
public enum PointOfNoReturn {
    /** What was asked of a provider cannot be called back. */
    ONCE_REQUESTED,
    /** What was asked can be called back, what was delivered cannot. */
    ONCE_COMPLETED,
    /** Even what was delivered can be reversed. */
    NEVER;

    boolean isPassedAt(LineStatus status) {
        return switch (this) {
            case ONCE_REQUESTED -> status.leavesSomethingBehind();
            case ONCE_COMPLETED -> status == LineStatus.COMPLETED;
            case NEVER -> false;
        };
    }
}

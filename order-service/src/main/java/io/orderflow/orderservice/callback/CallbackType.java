package io.orderflow.orderservice.callback;

import io.orderflow.orderservice.order.ProviderAnswer;

/** What became of the line, as providers call it. */
public enum CallbackType {
    COMPLETED,
    FAILED,
    REVERSED;

    static CallbackType of(ProviderAnswer answer) {
        if (answer instanceof ProviderAnswer.Completion) {
            return COMPLETED;
        }
        return answer instanceof ProviderAnswer.Failure ? FAILED : REVERSED;
    }
}

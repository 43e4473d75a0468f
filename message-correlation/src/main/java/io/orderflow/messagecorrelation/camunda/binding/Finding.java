package io.orderflow.messagecorrelation.camunda.binding;

import java.util.List;
import org.camunda.bpm.engine.Problem;

/**
 * Something in a model that would keep an event from its element.
 *
 * @param elementId where
 * @param problem what is wrong, half a sentence
 * @param fix what to do about it, half a sentence
 */
record Finding(String elementId, String problem, String fix) implements Problem {

    @Override
    public String getMessage() {
        return elementId + " " + problem + ": " + fix;
    }

    @Override
    public String getMainElementId() {
        return elementId;
    }

    @Override
    public List<String> getElementIds() {
        return List.of(elementId);
    }

    /** Elements are found by their id. */
    @Override
    public int getLine() {
        return 0;
    }

    @Override
    public int getColumn() {
        return 0;
    }
}

package io.orderflow.cli.model;

import io.orderflow.cli.engine.Definition;
import io.orderflow.cli.model.diff.Model;
import org.jspecify.annotations.Nullable;

/**
 * One of the two models that are compared.
 *
 * @param label as the person named it
 * @param definition the deployed version that it is; null for a file that is not deployed
 */
record Source(String label, Model model, @Nullable Definition definition) {

    String title() {
        return definition == null || label.equals(definition.reference())
                ? label
                : label + " (deployed as " + definition.reference() + ")";
    }
}

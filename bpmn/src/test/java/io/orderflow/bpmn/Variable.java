package io.orderflow.bpmn;

import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/** Variables as messages carry them: gone at the next wait. */
final class Variable {

    private Variable() {}

    static VariableMap transients(Map<String, ?> values) {
        VariableMap variables = Variables.createVariables();
        values.forEach((name, value) -> variables.putValue(name, Variables.untypedValue(value, true)));
        return variables;
    }
}

package io.orderflow.bpmn;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/** The models of this module as they stand on the class path. */
final class Models {

    static final String FOLDER = "/processes/order-fulfillment/";

    private Models() {}

    static BpmnModelInstance process() {
        return Bpmn.readModelFromStream(Models.class.getResourceAsStream(FOLDER + "order-fulfillment.bpmn"));
    }

    static DmnModelInstance decision() {
        return Dmn.readModelFromStream(Models.class.getResourceAsStream(FOLDER + "approval-policy.dmn"));
    }
}

package io.orderflow.bpmn.kit;

/**
 * The elements that can take an event. The template schema cannot tell the two kinds of start events apart, and an event of
 * a plain start event has neither key nor instance: so each has a template, and the name says which is which.
 */
enum ElementKind {
    PROCESS_START("process-start", "starts a process", "bpmn:StartEvent", "Start event"),
    SUB_PROCESS_START("event-sub-process-start", "starts an event sub-process", "bpmn:StartEvent", "Start event"),
    INTERMEDIATE("intermediate-event", "as intermediate event", "bpmn:IntermediateCatchEvent", "Intermediate event"),
    BOUNDARY("boundary-event", "on the border", "bpmn:BoundaryEvent", "Boundary event"),
    RECEIVE_TASK("receive-task", "as receive task", "bpmn:ReceiveTask", "Receive task");

    private final String id;
    private final String title;
    private final String appliesTo;
    private final String label;

    ElementKind(String id, String title, String appliesTo, String label) {
        this.id = id;
        this.title = title;
        this.appliesTo = appliesTo;
        this.label = label;
    }

    String id() {
        return id;
    }

    /** What stands after the event's name. */
    String title() {
        return title;
    }

    /** The element's type in BPMN. */
    String appliesTo() {
        return appliesTo;
    }

    /** The element as Modeler calls it. */
    String label() {
        return label;
    }

    /** Whether an instance lives already, so that it can wait: by key, for some time, or not at all. */
    boolean waits() {
        return this != PROCESS_START;
    }
}

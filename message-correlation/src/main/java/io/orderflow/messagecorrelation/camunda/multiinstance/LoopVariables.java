package io.orderflow.messagecorrelation.camunda.multiinstance;

/** What becomes of the engine's loop variables in a body that is entered from now on. */
enum LoopVariables {

    /** The model may read them. */
    NEEDED,

    /** Nobody is known to read them; written because the lean join is switched off. */
    WRITTEN,

    /** Nobody is known to read them. */
    LEFT_OUT
}

package io.orderflow.fulfillmentmock.approvals;

/**
 * What an approver says about an order.
 *
 * @param approver a role, not a person
 * @param reason for people
 * @param reasonCode the same for machines, lower snake case
 */
record Decision(Verdict verdict, String approver, String reason, String reasonCode) {

    enum Verdict {
        GRANTED,
        DECLINED
    }
}

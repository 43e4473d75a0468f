package io.orderflow.orderservice.callback.web;

import io.orderflow.orderservice.callback.Provider;

/** A body and who has signed it. */
record SignedBody(Provider provider, byte[] bytes) {

    static final String ATTRIBUTE = "orderflow.callback.signed-body";
}

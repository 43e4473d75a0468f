package io.orderflow.orderservice.callback;

/** A provider whose signature was checked, and the tenant that the signature speaks for. */
public record Provider(String name, String tenantId) {}

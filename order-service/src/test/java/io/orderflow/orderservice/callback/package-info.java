/** Tests of callbacks: who may call back, and that it has one effect. */
package io.orderflow.orderservice.callback;

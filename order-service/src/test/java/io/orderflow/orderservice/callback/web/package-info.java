/** Tests of the signature of callbacks. */
package io.orderflow.orderservice.callback.web;

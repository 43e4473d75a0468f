package io.orderflow.messagecorrelation.camunda.multiinstance;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param leanJoin whether new multi-instance bodies do without the engine's loop variables where no model reads them */
@ConfigurationProperties("orderflow.correlation")
record LeanJoinSettings(@DefaultValue("true") boolean leanJoin) {}

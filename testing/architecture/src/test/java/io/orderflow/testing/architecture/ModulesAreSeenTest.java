package io.orderflow.testing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule over a module that is not on the class path would hold for the wrong reason. */
class ModulesAreSeenTest {

    private static final JavaClasses CLASSES = Tree.PRODUCTION.mainClasses();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contractchecks",
                "kafkaadapters",
                "httpapi",
                "operationsapi",
                "messagecorrelation",
                "bpmn",
                "orchestration",
                "orderservice",
                "cli",
                "fulfillmentmock",
                "deploy.local",
                "testing.support",
                "testing.benchmarks",
                "testing.contractkits"
            })
    void isOnTheClassPath(String module) {
        assertThat(CLASSES.containPackage(Tree.PRODUCTION.exactly(module))).isTrue();
    }
}

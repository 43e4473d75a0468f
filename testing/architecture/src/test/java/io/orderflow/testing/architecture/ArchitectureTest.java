package io.orderflow.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule over the main classes of every module. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = Tree.PRODUCTION.mainClasses();

    @ParameterizedTest
    @EnumSource
    void holds(ArchitectureRule rule) {
        rule.over(Tree.PRODUCTION).check(CLASSES);
    }
}

package io.orderflow.testing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every rule over its fixture. A fixture holds classes named {@code Breaks…}, each of which must be reported, and
 * classes named {@code Keeps…}, none of which may be.
 */
class RulesFireTest {

    @ParameterizedTest
    @EnumSource
    void isBrokenByItsFixture(ArchitectureRule rule) {
        JavaClasses fixture = rule.fixture().allClasses();
        List<String> report =
                rule.over(rule.fixture()).evaluate(fixture).getFailureReport().getDetails();

        assertThat(named(fixture, "Breaks")).as("classes that break the rule").isNotEmpty();
        assertThat(named(fixture, "Keeps")).as("classes that keep the rule").isNotEmpty();
        assertThat(named(fixture, "Breaks"))
                .allSatisfy(name -> assertThat(report).anyMatch(line -> line.contains(name)));
        assertThat(named(fixture, "Keeps"))
                .allSatisfy(name -> assertThat(report).noneMatch(line -> line.contains(name)));
    }

    @Test
    void noFixtureIsLeftWithoutRule() {
        JavaPackage fixtures = new Tree(ArchitectureRule.FIXTURES).allClasses().getPackage(ArchitectureRule.FIXTURES);

        assertThat(fixtures.getSubpackages().stream().map(JavaPackage::getName))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ArchitectureRule.values())
                        .map(rule -> rule.fixture().root())
                        .toList());
    }

    private static List<String> named(JavaClasses fixture, String prefix) {
        return fixture.stream()
                .filter(type -> type.getSimpleName().startsWith(prefix))
                .map(JavaClass::getName)
                .toList();
    }
}

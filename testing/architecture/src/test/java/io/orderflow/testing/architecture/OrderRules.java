package io.orderflow.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;

/** The order's life is plain Java in the middle, and everything technical points at it. */
final class OrderRules {

    private static final String CORE = "orderservice.order";
    private static final List<String> EDGES = List.of("persistence", "web", "messaging");

    private OrderRules() {}

    static ArchRule coreIsPlainJava(Tree tree) {
        return classes()
                .that()
                .resideInAPackage(tree.exactly(CORE))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.math..",
                        "java.nio.charset",
                        "java.security",
                        "java.time..",
                        "java.util..",
                        "org.jspecify..",
                        tree.exactly(CORE))
                .because("the rules of the order's life must be readable and testable without any framework");
    }

    static ArchRule packagesPointInward(Tree tree) {
        CompositeArchRule rule = CompositeArchRule.of(noClasses()
                .that()
                .resideInAPackage(tree.module(CORE + ".usecase"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(EDGES.stream()
                        .map(edge -> tree.module(CORE + "." + edge))
                        .toArray(String[]::new))
                .because("a use case names what it needs; the edges provide it")
                .allowEmptyShould(true));
        for (String edge : EDGES) {
            rule = rule.and(noClasses()
                    .that()
                    .resideInAPackage(tree.module(CORE + "." + edge))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(EDGES.stream()
                            .filter(other -> !other.equals(edge))
                            .map(other -> tree.module(CORE + "." + other))
                            .toArray(String[]::new))
                    .because("edges meet in the use case only")
                    .allowEmptyShould(true));
        }
        return rule;
    }

    static ArchRule noSetters(Tree tree) {
        return noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(tree.exactly(CORE))
                .should()
                .haveNameMatching("set[A-Z].*")
                .because("state changes in one method that checks, sets and records the event");
    }
}

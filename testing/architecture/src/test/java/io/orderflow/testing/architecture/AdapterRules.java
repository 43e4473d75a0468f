package io.orderflow.testing.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.lang.ArchRule;

/** Engine and broker are reached from a few named places. */
final class AdapterRules {

    private AdapterRules() {}

    static ArchRule engine(Tree tree) {
        return noClasses()
                .that()
                .resideInAPackage(tree.root() + "..")
                .and()
                .resideOutsideOfPackages(tree.modules(
                        "messagecorrelation.camunda", "orchestration", "testing.benchmarks.correlation.baseline"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .because("an engine upgrade must touch two places and no more, and what they are compared with");
    }

    static ArchRule kafka(Tree tree) {
        return noClasses()
                .that()
                .resideInAPackage(tree.root() + "..")
                .and()
                .resideOutsideOfPackages(tree.modules("kafkaadapters", "cli", "deploy.local", "testing"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
                .because("nothing is published outside an outbox and nothing applied outside an inbox");
    }

    static ArchRule inboxHandlers(Tree tree) {
        return classes()
                .that(DescribedPredicate.not(INTERFACES))
                .and(assignableTo(tree.exactly("kafkaadapters.inbox.InboxHandler")))
                .and()
                .resideOutsideOfPackage(tree.module("kafkaadapters"))
                .should()
                .resideInAnyPackage(
                        tree.module("orchestration.adapters"),
                        tree.root() + ".orderservice..messaging..",
                        tree.module("fulfillmentmock"),
                        tree.module("testing.benchmarks"))
                .because("one adapter class per topic says which event does what; a benchmark has no effect to say");
    }
}

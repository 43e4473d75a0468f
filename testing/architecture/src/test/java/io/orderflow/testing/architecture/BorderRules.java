package io.orderflow.testing.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** The table of modules: who must never see whom. */
final class BorderRules {

    private static final String[] ENGINE = {"org.camunda.."};
    private static final String[] KAFKA = {"org.apache.kafka..", "org.springframework.kafka.."};

    private BorderRules() {}

    static ArchRule contractChecks(Tree tree) {
        return never(
                tree,
                "contractchecks",
                Stream.of(ENGINE, KAFKA, new String[] {"org.springframework.."})
                        .flatMap(Stream::of)
                        .toArray(String[]::new),
                Stream.of(tree.modules("kafkaadapters", "httpapi", "cli", "deploy", "testing"), serviceClasses(tree))
                        .flatMap(Stream::of)
                        .toArray(String[]::new));
    }

    static ArchRule kafkaAdapters(Tree tree) {
        return never(
                tree,
                "kafkaadapters",
                ENGINE,
                tree.modules(
                        "messagecorrelation",
                        "bpmn",
                        "orchestration",
                        "orderservice",
                        "fulfillmentmock",
                        "cli",
                        "deploy"));
    }

    static ArchRule httpApi(Tree tree) {
        return never(
                tree,
                "httpapi",
                ENGINE,
                Stream.of(KAFKA, tree.modules("kafkaadapters", "cli", "deploy", "testing"), serviceClasses(tree))
                        .flatMap(Stream::of)
                        .toArray(String[]::new));
    }

    static ArchRule operationsApi(Tree tree) {
        return never(
                tree,
                "operationsapi",
                ENGINE,
                Stream.of(KAFKA, tree.modules("cli", "deploy", "testing"), serviceClasses(tree))
                        .flatMap(Stream::of)
                        .toArray(String[]::new));
    }

    static ArchRule messageCorrelation(Tree tree) {
        return never(
                tree,
                "messagecorrelation",
                KAFKA,
                tree.modules(
                        "kafkaadapters", "bpmn", "orchestration", "orderservice", "fulfillmentmock", "cli", "deploy"));
    }

    static ArchRule bpmn(Tree tree) {
        return classes()
                .that()
                .resideInAPackage(tree.module("bpmn"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", tree.module("bpmn"))
                .because("analysts own this module and it needs nothing at run time");
    }

    static ArchRule orchestration(Tree tree) {
        return never(
                tree, "orchestration", tree.modules("orderservice", "fulfillmentmock", "cli", "deploy"), new String[0]);
    }

    static ArchRule orderService(Tree tree) {
        return never(
                tree,
                "orderservice",
                ENGINE,
                tree.modules("messagecorrelation", "bpmn", "orchestration", "fulfillmentmock", "cli", "deploy"));
    }

    static ArchRule fulfillmentMock(Tree tree) {
        return never(
                tree,
                "fulfillmentmock",
                ENGINE,
                tree.modules("messagecorrelation", "bpmn", "orchestration", "orderservice", "cli", "deploy"));
    }

    static ArchRule cli(Tree tree) {
        return never(tree, "cli", ENGINE, serviceClasses(tree));
    }

    static ArchRule deploy(Tree tree) {
        return never(tree, "deploy", ENGINE, serviceClasses(tree));
    }

    static ArchRule testing(Tree tree) {
        return never(tree, "testing", serviceClasses(tree), tree.modules("cli", "deploy"));
    }

    static ArchRule benchmarks(Tree tree) {
        return noClasses()
                .that()
                .resideInAPackage(tree.module("testing.benchmarks"))
                .and()
                .resideOutsideOfPackage(tree.module("testing.benchmarks.correlation.baseline"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.of(ENGINE, tree.modules("httpapi"))
                        .flatMap(Stream::of)
                        .toArray(String[]::new))
                .because("only what the service is compared with brings an engine of its own");
    }

    static ArchRule contractKits(Tree tree) {
        return never(tree, "testing.contractkits", ENGINE, tree.modules("httpapi", "contractchecks"));
    }

    static ArchRule kafkaAdaptersAreOnlyMeasured(Tree tree) {
        return noClasses()
                .that()
                .resideInAPackage(tree.module("testing"))
                .and()
                .resideOutsideOfPackages(tree.modules("testing.benchmarks", "testing.contractkits"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(tree.module("kafkaadapters"))
                .because("only a benchmark and the contract kits look at the event backbone from inside");
    }

    static ArchRule toolsSeeOnlyTopics(Tree tree) {
        return noClasses()
                .that()
                .resideInAnyPackage(tree.modules("cli", "deploy"))
                .should()
                .dependOnClassesThat(resideInAPackage(tree.module("kafkaadapters"))
                        .and(resideOutsideOfPackage(tree.module("kafkaadapters.topics"))))
                .because("the rest of the library needs jars that no tool brings along");
    }

    private static String[] serviceClasses(Tree tree) {
        return tree.modules("messagecorrelation", "bpmn", "orchestration", "orderservice", "fulfillmentmock");
    }

    private static ArchRule never(Tree tree, String module, String[] some, String[] others) {
        return noClasses()
                .that()
                .resideInAPackage(tree.module(module))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.of(some, others).flatMap(Stream::of).toArray(String[]::new))
                .because("that is the module's border");
    }
}

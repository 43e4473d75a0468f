package io.orderflow.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;

/** How the code talks to its tables. */
final class PersistenceRules {

    private static final String[] MODULES_WITH_TABLES = {
        "kafkaadapters", "messagecorrelation", "orchestration", "orderservice", "fulfillmentmock"
    };

    private PersistenceRules() {}

    static ArchRule typesAreHidden(Tree tree) {
        return classes()
                .that()
                .resideInAPackage(tree.root() + "..")
                .and()
                .haveNameMatching(".*\\.(Jdbc\\w+|\\w+Sql)")
                .should()
                .notBePublic()
                .because("tables are an inner matter of the package that owns them");
    }

    static ArchRule sqlStandsInSqlClasses(Tree tree) {
        return classes()
                .that()
                .resideInAnyPackage(tree.modules(MODULES_WITH_TABLES))
                .and()
                .haveSimpleNameNotEndingWith("Sql")
                .should(new HoldNoSql())
                .because("one hidden class per table holds every statement that touches it");
    }
}

package io.orderflow.testing.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;
import java.util.function.Function;

/**
 * Every rule there is. A rule takes the root package as its argument, so that the same text is checked over
 * {@code io.orderflow} and over its own fixture, a miniature of the tree that breaks it: a rule whose fixture is missing
 * or is not reported fails the build, because a rule that never fires is worth nothing.
 */
enum ArchitectureRule {
    CONTRACT_CHECKS_BORDER(BorderRules::contractChecks),
    KAFKA_ADAPTERS_BORDER(BorderRules::kafkaAdapters),
    HTTP_API_BORDER(BorderRules::httpApi),
    OPERATIONS_API_BORDER(BorderRules::operationsApi),
    MESSAGE_CORRELATION_BORDER(BorderRules::messageCorrelation),
    BPMN_BORDER(BorderRules::bpmn),
    ORCHESTRATION_BORDER(BorderRules::orchestration),
    ORDER_SERVICE_BORDER(BorderRules::orderService),
    FULFILLMENT_MOCK_BORDER(BorderRules::fulfillmentMock),
    CLI_BORDER(BorderRules::cli),
    DEPLOY_BORDER(BorderRules::deploy),
    TOOLS_SEE_ONLY_TOPICS(BorderRules::toolsSeeOnlyTopics),
    TESTING_BORDER(BorderRules::testing),
    BENCHMARKS_BORDER(BorderRules::benchmarks),
    CONTRACT_KITS_BORDER(BorderRules::contractKits),
    KAFKA_ADAPTERS_ARE_ONLY_MEASURED(BorderRules::kafkaAdaptersAreOnlyMeasured),
    ENGINE_STAYS_IN_ITS_ADAPTERS(AdapterRules::engine),
    KAFKA_STAYS_IN_ITS_ADAPTERS(AdapterRules::kafka),
    INBOX_HANDLERS_ARE_ADAPTERS(AdapterRules::inboxHandlers),
    ORDER_CORE_IS_PLAIN_JAVA(OrderRules::coreIsPlainJava),
    ORDER_PACKAGES_POINT_INWARD(OrderRules::packagesPointInward),
    INNER_PACKAGES_SHOW_NOTHING(CodeRules::innerPackagesShowNothing),
    ENGINE_ROOMS_ARE_INNER(CodeRules::engineRoomsAreInner),
    PACKAGES_FORM_NO_CYCLES(CodeRules::packagesFormNoCycles),
    PERSISTENCE_IS_HIDDEN(PersistenceRules::typesAreHidden),
    SQL_STANDS_IN_SQL_CLASSES(PersistenceRules::sqlStandsInSqlClasses),
    TIME_COMES_FROM_A_CLOCK(CodeRules::timeComesFromAClock),
    PACKAGES_ARE_NULL_MARKED(CodeRules::packagesAreNullMarked),
    NO_FIELD_INJECTION(CodeRules::noFieldInjection),
    NO_PUBLIC_MUTABLE_FIELDS(CodeRules::noPublicMutableFields),
    NO_SETTERS_IN_THE_ORDER(OrderRules::noSetters),
    SERVICES_LOG_AND_NEVER_PRINT(CodeRules::nobodyPrints);

    static final String FIXTURES = "io.orderflow.testing.architecture.fixtures";

    private final Function<Tree, ArchRule> text;

    ArchitectureRule(Function<Tree, ArchRule> text) {
        this.text = text;
    }

    /** The rule over the tree below the given root. A module without classes yet breaks nothing. */
    ArchRule over(Tree tree) {
        return text.apply(tree).allowEmptyShould(true);
    }

    /** Root of the miniature tree that breaks this rule. */
    Tree fixture() {
        return new Tree(FIXTURES + "." + name().toLowerCase(Locale.ROOT).replace("_", ""));
    }
}

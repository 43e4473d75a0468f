package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import java.util.Comparator;
import java.util.List;

/** All rules. */
public final class Rules {

    private static final List<Rule> ALL = List.of(
            new UnreadableFiles(),
            new MissingFiles(),
            new Unversioned(),
            new NameIsAFact(),
            new EventAsRpc(),
            new TopicNameTellsOwner(),
            new NameIsUnique(),
            new IdentityAgrees(),
            new OwnerPublishes(),
            new TopicAgrees(),
            new KeyIsInPayload(),
            new OneAggregatePerTopic(),
            new EnvelopeIsComplete(),
            new SchemaIsValid(),
            new PayloadHasSchema(),
            new PayloadSuffices(),
            new ConsumersStayTolerant(),
            new MoneyIsText(),
            new InstantsAreUtc(),
            new MeaningIsDeclared(),
            new ExamplesAreValid(),
            new MinimalExampleIsMinimal(),
            new FullExampleIsFull(),
            new OwnershipIsComplete(),
            new ConsumersAreKnown(),
            new RetentionAgrees(),
            new ReplayIsDeclared(),
            new DeprecationIsPlanned(),
            new ChangelogNamesVersions(),
            new NoSecrets(),
            new PersonalDataIsDeclared(),
            new ClassificationFits(),
            new LifecycleIsKept(),
            new FailuresHaveARoute(),
            new TopicIsComplete());

    private Rules() {}

    /** Each rule once. */
    public static List<Rule> all() {
        return ALL;
    }

    /** What breaks any rule, by file, each thing once. */
    public static List<Finding> check(Catalogue catalogue) {
        return ALL.stream()
                .flatMap(rule -> rule.check(catalogue))
                .distinct()
                .sorted(Comparator.comparing(Finding::file)
                        .thenComparing(Finding::pointer)
                        .thenComparing(Finding::code))
                .toList();
    }
}

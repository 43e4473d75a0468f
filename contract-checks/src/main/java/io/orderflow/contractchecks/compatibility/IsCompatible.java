package io.orderflow.contractchecks.compatibility;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.rules.Finding;
import io.orderflow.contractchecks.rules.Rule;
import java.time.LocalDate;
import java.util.stream.Stream;

/** Nothing that was released is broken, and what might hurt somebody is acknowledged in the change log. */
public final class IsCompatible implements Rule {

    private final Release release;
    private final LocalDate today;

    public IsCompatible(Release release, LocalDate today) {
        this.release = release;
        this.today = today;
    }

    @Override
    public String code() {
        return "incompatible_change";
    }

    @Override
    public Stream<Finding> check(Catalogue catalogue) {
        return Compatibility.changes(release.catalogue(), catalogue, today).stream()
                .flatMap(this::judge);
    }

    private Stream<Finding> judge(ContractChange change) {
        return switch (change.status()) {
            case ACCEPTED, ACKNOWLEDGED -> Stream.empty();
            case REFUSED -> Stream.of(found(change, change.change().kind().instead()));
            case TO_BE_ACKNOWLEDGED ->
                Stream.of(found(
                        change,
                        "%s: add a line to %s that begins with '- ' and names %s"
                                .formatted(
                                        change.change().kind().instead(),
                                        change.changelog(),
                                        change.changelog().contains("/")
                                                ? Compatibility.pointer(change.change())
                                                : change.subject() + " and "
                                                        + Compatibility.pointer(change.change()))));
        };
    }

    private Finding found(ContractChange change, String fix) {
        ChangeKind kind = change.change().kind();
        return finding(
                change.file(),
                change.change().pointer(),
                "%s since %s (%s): %s. %s"
                        .formatted(
                                kind.title(),
                                release.version(),
                                change.change().detail(),
                                kind.verdict().label(),
                                kind.reason()),
                fix);
    }
}

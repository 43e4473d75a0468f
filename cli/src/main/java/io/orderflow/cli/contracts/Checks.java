package io.orderflow.cli.contracts;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.compatibility.IsCompatible;
import io.orderflow.contractchecks.compatibility.Release;
import io.orderflow.contractchecks.rules.Finding;
import io.orderflow.contractchecks.rules.Rules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that a catalogue is held to. */
final class Checks {

    private Checks() {}

    static LocalDate today() {
        return LocalDate.now(Clock.systemUTC());
    }

    static List<Finding> of(Catalogue catalogue, Optional<Release> release) {
        Stream<Finding> changes = release.stream().flatMap(last -> new IsCompatible(last, today()).check(catalogue));
        return Stream.concat(Rules.check(catalogue).stream(), changes).toList();
    }
}

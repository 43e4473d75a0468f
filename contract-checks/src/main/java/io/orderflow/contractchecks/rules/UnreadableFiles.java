package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import java.util.stream.Stream;

/** Every file can be parsed: no syntax error, no key twice, not empty. */
final class UnreadableFiles implements Rule {

    @Override
    public String code() {
        return "unreadable_file";
    }

    @Override
    public Stream<Finding> check(Catalogue catalogue) {
        return catalogue.unreadable().stream()
                .map(file -> finding(file.file(), "", "cannot be read: " + file.reason(), "Mend its syntax"));
    }
}

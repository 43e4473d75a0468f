package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import java.util.stream.Stream;

/** Something every catalogue must keep to. Stateless, so safe for several threads. */
public interface Rule {

    /** The code of all its findings. */
    String code();

    /** What breaks the rule; nothing if the rule does not apply, e.g. because a file is missing that another rule misses. */
    Stream<Finding> check(Catalogue catalogue);

    /** A finding of this rule. */
    default Finding finding(String file, String pointer, String message, String fix) {
        return new Finding(code(), file, pointer, message, fix);
    }
}

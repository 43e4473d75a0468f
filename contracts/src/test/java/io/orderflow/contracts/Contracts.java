package io.orderflow.contracts;

import io.orderflow.contractchecks.catalogue.Catalogue;
import java.nio.file.Path;

/** The contracts as they lie in the source tree. */
final class Contracts {

    static final Path FOLDER = Path.of("").toAbsolutePath();
    static final Catalogue CATALOGUE = Catalogue.read(FOLDER);

    private Contracts() {}
}

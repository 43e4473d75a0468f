package io.orderflow.cli.scenario;

import java.util.List;
import java.util.Optional;

/** All that can be told. */
final class Stories {

    static final List<Story> ALL = List.of(
            new LateAnswer(),
            new Duplicate(),
            new LostAnswer(),
            new CancelAfterRequest(),
            new Fallout(),
            new ApprovalDeclined());

    private Stories() {}

    static Optional<Story> named(String name) {
        return ALL.stream().filter(story -> story.name().equals(name)).findFirst();
    }
}

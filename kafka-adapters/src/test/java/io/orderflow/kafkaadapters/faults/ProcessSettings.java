package io.orderflow.kafkaadapters.faults;

import io.orderflow.testing.support.postgres.TestDatabase;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What a {@link LibraryProcess} was told on its command line, as {@code name=value}. */
record ProcessSettings(Map<String, String> values) {

    static ProcessSettings parse(String[] arguments) {
        return new ProcessSettings(Arrays.stream(arguments)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
    }

    TestDatabase database() {
        return new TestDatabase(required("url"), required("user"), required("password"));
    }

    String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    String required(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}

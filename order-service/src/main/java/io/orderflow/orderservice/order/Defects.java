package io.orderflow.orderservice.order;

import java.util.List;
import java.util.stream.Collectors;

/** Defects in one sentence, for history and ledger. */
public final class Defects {

    private static final int SHOWN = 5;

    private Defects() {}

    public static String summary(List<Defect> defects) {
        String shown = defects.stream()
                .limit(SHOWN)
                .map(defect -> "%s at %s: %s".formatted(defect.code(), defect.field(), defect.message()))
                .collect(Collectors.joining(" "));
        return defects.size() <= SHOWN ? shown : "%s (and %d more)".formatted(shown, defects.size() - SHOWN);
    }
}

package io.orderflow.orderservice.order.usecase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Two nodes on one database want the same thing at the same time: one of them gets it, and both know which. */
class RacesIT {

    private static TwoNodes nodes;

    @BeforeAll
    static void startNodes() {
        nodes = new TwoNodes();
    }

    @AfterAll
    static void stopNodes() {
        nodes.close();
    }

    @Nested
    class Captures extends CaptureRaces {

        Captures() {
            super(nodes);
        }
    }

    @Nested
    class Completions extends CompletionRaces {

        Completions() {
            super(nodes);
        }
    }

    @Nested
    class Cancellations extends CancellationRaces {

        Cancellations() {
            super(nodes);
        }
    }

    @Nested
    class Fallouts extends FalloutRaces {

        Fallouts() {
            super(nodes);
        }
    }
}

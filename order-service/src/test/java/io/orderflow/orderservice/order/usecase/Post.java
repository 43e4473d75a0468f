package io.orderflow.orderservice.order.usecase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** How news travels, in rounds. */
sealed interface Post {

    void hand(ReportedProgress news);

    /** What arrives in the next round. */
    List<ReportedProgress> next();

    boolean isEmpty();

    /** Everything once, at once and in order. */
    final class Reliable implements Post {

        private List<ReportedProgress> handed = new ArrayList<>();

        @Override
        public void hand(ReportedProgress news) {
            handed.add(news);
        }

        @Override
        public List<ReportedProgress> next() {
            List<ReportedProgress> arriving = handed;
            handed = new ArrayList<>();
            return arriving;
        }

        @Override
        public boolean isEmpty() {
            return handed.isEmpty();
        }
    }

    /** Everything at least once, some of it two or three times, some of it much later, and in any order. */
    final class Careless implements Post {

        private static final int USUAL_DELAY = 3;
        private static final int LONG_DELAY = 12;

        private final Random random;
        private final SortedMap<Integer, List<ReportedProgress>> byRound = new TreeMap<>();
        private int round;

        Careless(Random random) {
            this.random = random;
        }

        @Override
        public void hand(ReportedProgress news) {
            deliverAfter(random.nextInt(10) == 0 ? LONG_DELAY : USUAL_DELAY, news);
            for (int copies = random.nextInt(3); copies > 0; copies--) {
                deliverAfter(LONG_DELAY, news);
            }
        }

        private void deliverAfter(int atMost, ReportedProgress news) {
            byRound.computeIfAbsent(round + random.nextInt(atMost), number -> new ArrayList<>())
                    .add(news);
        }

        @Override
        public List<ReportedProgress> next() {
            List<ReportedProgress> arriving = byRound.getOrDefault(round, List.of());
            byRound.remove(round);
            round++;
            Collections.shuffle(arriving, random);
            return arriving;
        }

        @Override
        public boolean isEmpty() {
            return byRound.isEmpty();
        }
    }
}

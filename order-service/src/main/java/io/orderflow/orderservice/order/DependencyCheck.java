package io.orderflow.orderservice.order;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds dependencies that no order of work can satisfy, in time linear to lines and dependencies. */
final class DependencyCheck {

    private static final int NAMES_SHOWN = 6;
    private static final int NAME_LENGTH_SHOWN = 40;

    private final List<DraftLine> lines;
    private final Map<String, Integer> indexById;
    private final List<Defect> defects = new ArrayList<>();

    DependencyCheck(List<DraftLine> lines, Map<String, Integer> indexById) {
        this.lines = lines;
        this.indexById = indexById;
    }

    List<Defect> defects() {
        List<int[]> edges = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            edges.add(resolve(i));
        }
        findCycles(edges);
        return defects;
    }

    /** Targets of line {@code i} by position in {@code dependsOn}; -1 where the dependency is a defect of its own. */
    private int[] resolve(int i) {
        List<String> names = lines.get(i).dependsOn();
        int[] targets = new int[names.size()];
        Set<String> seen = new HashSet<>();
        for (int j = 0; j < targets.length; j++) {
            Integer target = indexById.get(names.get(j));
            targets[j] = -1;
            if (!seen.add(names.get(j))) {
                add("duplicate_dependency", "Named twice.", i, j);
            } else if (target == null) {
                add("unknown_dependency", "No line of this order has this quoteLineId.", i, j);
            } else if (target == i) {
                add("self_dependency", "A line cannot wait for itself.", i, j);
            } else {
                targets[j] = target;
            }
        }
        return targets;
    }

    /** Depth first without recursion; every dependency that leads back onto the current path closes a cycle. */
    private void findCycles(List<int[]> edges) {
        int[] nextEdge = new int[lines.size()];
        boolean[] onPath = new boolean[lines.size()];
        boolean[] visited = new boolean[lines.size()];
        Deque<Integer> path = new ArrayDeque<>();
        for (int start = 0; start < lines.size(); start++) {
            if (visited[start]) {
                continue;
            }
            path.push(start);
            visited[start] = true;
            onPath[start] = true;
            while (!path.isEmpty()) {
                int line = path.peek();
                if (nextEdge[line] == edges.get(line).length) {
                    onPath[path.pop()] = false;
                    continue;
                }
                int edge = nextEdge[line]++;
                int target = edges.get(line)[edge];
                if (target >= 0 && onPath[target]) {
                    add("dependency_cycle", "Closes the cycle %s.".formatted(cycle(path, target)), line, edge);
                } else if (target >= 0 && !visited[target]) {
                    visited[target] = true;
                    onPath[target] = true;
                    path.push(target);
                }
            }
        }
    }

    /** The cycle from its latest line back to {@code target}, cut after a few names so that the message stays short. */
    private String cycle(Deque<Integer> path, int target) {
        StringBuilder names = new StringBuilder(shown(target));
        int count = 0;
        for (int line : path) {
            if (line == target || ++count > NAMES_SHOWN) {
                break;
            }
            names.insert(0, shown(line) + " → ");
        }
        if (count > NAMES_SHOWN) {
            names.insert(0, "… → ");
        }
        return names.insert(0, shown(target) + " → ").toString();
    }

    private String shown(int line) {
        String name = lines.get(line).quoteLineId();
        return name.codePointCount(0, name.length()) <= NAME_LENGTH_SHOWN
                ? name
                : name.substring(0, name.offsetByCodePoints(0, NAME_LENGTH_SHOWN)) + "…";
    }

    private void add(String code, String message, int line, int dependency) {
        defects.add(new Defect(code, message, "/lines/%d/dependsOn/%d".formatted(line, dependency)));
    }
}

package io.orderflow.cli.model.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares two models by the ids of their elements, because instances, history and migration go by them. */
public final class Comparison {

    private final Map<String, Element> before;
    private final Map<String, Element> after;

    private Comparison(Model older, Model newer) {
        this.before = older.elements();
        this.after = newer.elements();
    }

    /** Changed elements in the order of the newer model, then those that are gone. */
    public static List<ElementChanges> between(Model older, Model newer) {
        Comparison comparison = new Comparison(older, newer);
        Stream<Element> gone =
                comparison.before.values().stream().filter(element -> !comparison.after.containsKey(element.id()));
        return Stream.concat(comparison.after.values().stream(), gone)
                .map(comparison::changes)
                .filter(changes -> !changes.changes().isEmpty())
                .toList();
    }

    private ElementChanges changes(Element element) {
        Element old = before.get(element.id());
        Element now = after.get(element.id());
        if (old == null) {
            return new ElementChanges(element, List.of(added(element)));
        }
        if (now == null) {
            return new ElementChanges(element, List.of(removed(element)));
        }
        List<Change> changes = new ArrayList<>();
        compare(new Trait(Aspect.KIND, "kind of element"), old.kind(), now.kind(), changes);
        compare(new Trait(Aspect.MOVED, "surrounding scope"), old.scope(), now.scope(), changes);
        compare(new Trait(Aspect.RENAMED, "name"), quoted(old.name()), quoted(now.name()), changes);
        Stream.of(old, now)
                .flatMap(each -> each.traits().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(trait -> compare(trait, value(old, trait), value(now, trait), changes));
        return new ElementChanges(now, changes);
    }

    private static void compare(Trait trait, @Nullable String before, @Nullable String after, List<Change> changes) {
        if (before == null ? after != null : !before.equals(after)) {
            changes.add(Change.of(trait, before, after));
        }
    }

    private static @Nullable String value(Element element, Trait trait) {
        String written = element.traits().get(trait);
        return written == null ? Attributes.byDefault(trait) : written;
    }

    private Change added(Element element) {
        String text = "%s added%s%s%s"
                .formatted(element.title(), in(element), element.summary(), twin(element, before, after, "replaces"));
        return new Change(Aspect.ADDED, text, null, element.title());
    }

    private Change removed(Element element) {
        String text = "%s removed%s%s%s"
                .formatted(element.title(), in(element), element.summary(), twin(element, after, before, "is now"));
        return new Change(Aspect.REMOVED, text, element.title(), null);
    }

    /** The same thing under another id: nothing for the eye, another element for the engine. */
    private static String twin(
            Element element, Map<String, Element> there, Map<String, Element> here, String relation) {
        return there.values().stream()
                .filter(other -> !here.containsKey(other.id()) && other.looksLike(element))
                .findFirst()
                .map(other -> "; looks as if it %s %s: keep the id, the engine takes them for two elements"
                        .formatted(relation, other.id()))
                .orElse("");
    }

    private static String in(Element element) {
        return element.scope().isEmpty() ? "" : " in " + element.scope();
    }

    private static @Nullable String quoted(String name) {
        return name.isEmpty() ? null : '"' + name + '"';
    }
}

package io.orderflow.contractchecks.asyncapi;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.EventVersion;
import io.orderflow.contractchecks.catalogue.Example;
import io.orderflow.contractchecks.catalogue.Lifecycle;
import io.orderflow.contractchecks.catalogue.Ownership;
import java.util.ArrayList;
import java.util.List;

/** One event: what it says, who answers for it, its newest fields, its examples and its history. */
final class EventSection {

    private final Catalogue catalogue;

    EventSection(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static boolean isPlanned(Event event) {
        return event.ownership().lifecycle().filter(Lifecycle.PLANNED::equals).isPresent();
    }

    String of(Event event) {
        StringBuilder html = new StringBuilder("<article id=\"%s\" class=\"event\">%n<h3>%s %s</h3>%n"
                .formatted(Html.escape(event.name()), Html.escape(event.name()), badges(event)));
        event.newest()
                .ifPresent(newest -> html.append(
                        "<p>%s</p>%n".formatted(Html.escape(newest.schema().description()))));
        html.append(deprecation(event.ownership()));
        html.append("<dl>\n").append(facts(event.ownership())).append("</dl>\n");
        event.newest().ifPresent(newest -> html.append(version(event, newest)));
        List<EventVersion> older = new ArrayList<>(event.versions());
        event.newest().ifPresent(older::remove);
        for (int i = older.size() - 1; i >= 0; i--) {
            html.append(Html.folded("Version " + older.get(i).number(), version(event, older.get(i))));
        }
        html.append(Html.folded("Changes", Changelog.html(event.changelog())));
        return html.append("</article>\n").toString();
    }

    static String example(String title, Example example) {
        return Html.folded(title, "<pre>" + Html.escape(example.value().toPrettyString()) + "</pre>\n");
    }

    private String version(Event event, EventVersion version) {
        return FieldTable.payload(event, version, catalogue)
                + version.minimal()
                        .map(each -> example("Minimal example", each))
                        .orElse("")
                + version.full().map(each -> example("Full example", each)).orElse("");
    }

    private static String badges(Event event) {
        Ownership ownership = event.ownership();
        StringBuilder badges = new StringBuilder();
        event.newest().ifPresent(newest -> badges.append(Html.badge("version", "v" + newest.number())));
        ownership.lifecycle().ifPresent(each -> badges.append(Html.badge(each.label(), each.label())));
        ownership
                .dataClassification()
                .ifPresent(each -> badges.append(Html.badge("class-" + each.label(), each.label() + " sensitivity")));
        if (ownership.containsPii()) {
            badges.append(Html.badge("pii", "personal data"));
        }
        return badges.toString();
    }

    private static String deprecation(Ownership ownership) {
        if (ownership.lifecycle().filter(Lifecycle.DEPRECATED::equals).isEmpty()) {
            return "";
        }
        String instead = ownership.text("replacedBy");
        return "<p class=\"warning\">Deprecated since %s; published until %s. %s</p>%n"
                .formatted(
                        Html.escape(ownership.text("deprecatedSince")),
                        Html.escape(ownership.text("removeAfter")),
                        instead.isEmpty()
                                ? ""
                                : "Instead: <a href=\"#%s\">%s</a>."
                                        .formatted(Html.escape(instead), Html.escape(instead)));
    }

    private static String facts(Ownership ownership) {
        String warning = ownership.sideEffectWarning();
        return Html.fact("Published by", Html.escape(ownership.ownerService()))
                + Html.fact("Read by", Html.escape(String.join(", ", ownership.consumers())))
                + Html.fact("Business owner", Html.escape(ownership.businessOwner()))
                + Html.fact("Technical owner", Html.escape(ownership.technicalOwner()))
                + Html.fact("Kept", Html.escape(ownership.retention()))
                + Html.fact("Compatibility", Html.escape(ownership.compatibility()))
                + Html.fact("Replay", ownership.replaySafe() ? "safe" : "not safe")
                + Html.wideFact("Side effects", warning.equals("none") ? "" : Html.escape(warning));
    }
}

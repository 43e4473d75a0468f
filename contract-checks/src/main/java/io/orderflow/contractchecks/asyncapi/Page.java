package io.orderflow.contractchecks.asyncapi;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.RecordContract;
import io.orderflow.contractchecks.catalogue.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Collectors;

/** The whole catalogue on one page without anything from elsewhere; a content security policy holds it to that. */
final class Page {

    private static final String HEAD =
            """
            <!DOCTYPE html>
            <!-- Generated from contracts/ by `./orderflow contracts docs`; changes here are overwritten. -->
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '%s'; script-src '%s'">
            <title>Orderflow events</title>
            <style>%s</style>
            </head>
            <body>
            <header>
            <a class="home" href="#top">Orderflow events</a>
            <input id="search" type="search" placeholder="Search events, fields, services   /" aria-label="Search" autocomplete="off">
            <button id="theme" type="button" aria-label="Dark or light">&#9680;</button>
            </header>
            """;

    private final Catalogue catalogue;
    private final EventSection events;

    private Page(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.events = new EventSection(catalogue);
    }

    static String of(Catalogue catalogue) {
        return new Page(catalogue).html();
    }

    private String html() {
        String css = resource("page.css");
        String script = resource("page.js");
        StringBuilder html = new StringBuilder(HEAD.formatted(digest(css), digest(script), css));
        html.append("<div class=\"columns\">\n").append(navigation()).append("<main id=\"top\">\n");
        html.append(introduction());
        for (Topic topic : catalogue.topics().all()) {
            html.append(TopicSection.open(topic, catalogue));
            catalogue.eventsOf(topic.name()).forEach(event -> html.append(events.of(event)));
            html.append("</section>\n");
        }
        html.append(records());
        html.append("<p id=\"nothing\" hidden>Nothing here says that.</p>\n</main>\n</div>\n");
        return html.append("<script>")
                .append(script)
                .append("</script>\n</body>\n</html>\n")
                .toString();
    }

    private String introduction() {
        long planned = catalogue.events().stream()
                .filter(event -> EventSection.isPlanned(event))
                .count();
        return """
                <section class="intro">
                <h1>Events</h1>
                <p>%d events on %d topics, %d of them planned. Facts that services publish about what they committed \
                themselves. A record may arrive twice: its <code>eventId</code> stays the same. Objects are open: readers \
                tolerate fields they do not know. For tools: <a href="asyncapi.yaml">asyncapi.yaml</a> (AsyncAPI 3.0). \
                Catalogue <code>%s</code>.</p>
                </section>
                <section id="envelope">
                <h2>Around every payload</h2>
                <p>%s</p>
                %s%s</section>
                """
                .formatted(
                        catalogue.events().size(),
                        catalogue.topics().all().size(),
                        planned,
                        Fingerprint.of(catalogue),
                        Html.escape(catalogue.envelope().description()),
                        Html.folded("The envelope's fields", FieldTable.envelope(catalogue)),
                        Html.folded("Record headers", FieldTable.headers()));
    }

    private String navigation() {
        StringBuilder html = new StringBuilder("<nav><details open><summary>Topics and events</summary>\n");
        html.append("<a href=\"#envelope\">Around every payload</a>\n");
        for (Topic topic : catalogue.topics().all()) {
            html.append("<a class=\"topic\" href=\"#%s\">%s</a>%n"
                    .formatted(Html.escape(topic.name()), Html.escape(topic.name())));
            for (Event event : catalogue.eventsOf(topic.name())) {
                html.append("<a class=\"event%s\" href=\"#%s\">%s</a>%n"
                        .formatted(
                                event.ownership()
                                        .lifecycle()
                                        .map(each -> " " + each.label())
                                        .orElse(""),
                                Html.escape(event.name()),
                                Html.escape(event.name())));
            }
        }
        html.append("<a class=\"topic\" href=\"#records\">Other records</a>\n");
        return html.append("</details></nav>\n").toString();
    }

    private String records() {
        return catalogue.records().stream()
                .map(this::record)
                .collect(Collectors.joining(
                        "",
                        "<section id=\"records\">\n<h2>Other records</h2>\n<p>What is written to Kafka without being an event.</p>\n",
                        "</section>\n"));
    }

    private String record(RecordContract contract) {
        return "<article id=\"record-%s\">%n<h3>%s %s</h3>%n<p>%s</p>%n%s%s</article>%n"
                .formatted(
                        Html.escape(contract.name()),
                        Html.escape(contract.schema().title()),
                        Html.badge("version", "v" + contract.version()),
                        Html.escape(contract.schema().description()),
                        FieldTable.record(contract, catalogue),
                        contract.example()
                                .map(example -> EventSection.example("Example", example))
                                .orElse(""));
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}

package io.orderflow.contractchecks.asyncapi;

import java.util.Collection;
import java.util.stream.Collectors;

/** Pieces of a page. What is called text is escaped here; what is called html must be already. */
final class Html {

    private Html() {}

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.chars().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append((char) character);
            }
        });
        return escaped.toString();
    }

    static String code(String text) {
        return "<code>" + escape(text) + "</code>";
    }

    static String codes(Collection<String> texts) {
        return texts.stream().map(Html::code).collect(Collectors.joining(" "));
    }

    /** @param kind what the style sheet knows it by */
    static String badge(String kind, String text) {
        return "<span class=\"badge " + escape(kind) + "\">" + escape(text) + "</span>";
    }

    /** A name and a value in a list of facts; nothing if there is no value. */
    static String fact(String name, String html) {
        return html.isEmpty() ? "" : "<div><dt>" + escape(name) + "</dt><dd>" + html + "</dd></div>\n";
    }

    /** As {@link #fact}, over the whole width. */
    static String wideFact(String name, String html) {
        return fact(name, html).replaceFirst("<div>", "<div class=\"wide\">");
    }

    static String folded(String summary, String html) {
        return "<details><summary>" + escape(summary) + "</summary>\n" + html + "</details>\n";
    }
}

package io.orderflow.contractchecks.asyncapi;

/** The little Markdown that change logs are written in: headings, lists, paragraphs. */
final class Changelog {

    private Changelog() {}

    /** Without the first heading, which repeats the event's name. */
    static String html(String markdown) {
        StringBuilder html = new StringBuilder();
        boolean list = false;
        for (String line : markdown.lines().map(String::strip).toList()) {
            boolean item = line.startsWith("- ");
            if (item != list && !(list && line.isEmpty())) {
                html.append(item ? "<ul>\n" : "</ul>\n");
                list = item;
            }
            if (item) {
                html.append("<li>").append(Html.escape(line.substring(2))).append("</li>\n");
            } else if (line.startsWith("## ")) {
                html.append("<h4>").append(Html.escape(line.substring(3))).append("</h4>\n");
            } else if (!line.isEmpty() && !line.startsWith("# ")) {
                html.append("<p>").append(Html.escape(line)).append("</p>\n");
            }
        }
        return html.append(list ? "</ul>\n" : "").toString();
    }
}

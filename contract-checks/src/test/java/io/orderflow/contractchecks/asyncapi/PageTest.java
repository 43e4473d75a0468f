package io.orderflow.contractchecks.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.contractchecks.Overlay;
import io.orderflow.contractchecks.catalogue.Catalogue;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {

    private static final String PLACED = "events/shop.order.events/OrderPlaced/";
    private static final String HOSTILE = "<script>alert('x')</script>\" onload=\"x&y";

    @TempDir
    Path folder;

    @Test
    void showsEveryTopicAndEventOfTheCatalogue() {
        Catalogue catalogue = Catalogue.read(Path.of("..", "contracts"));
        String page = Page.of(catalogue);

        assertThat(catalogue.events()).isNotEmpty().allSatisfy(event -> assertThat(page)
                .containsOnlyOnce("<article id=\"" + event.name() + "\""));
        assertThat(catalogue.topics().all())
                .allSatisfy(topic -> assertThat(page).containsOnlyOnce("<section id=\"" + topic.name() + "\""));
        assertThat(page)
                .contains("orchestration-service.order-events.consumer", "oms.order.events.retry.15m.v1", "365 days")
                .contains("<code>lineSummaries[].<wbr>offerId</code>")
                .contains("<code>ADD</code> The customer gets something new");
    }

    @Test
    void escapesEverythingThatTheCatalogueSays() {
        Overlay overlay = Overlay.in(folder)
                .set(PLACED + "v1.schema.json", "/description", quoted(HOSTILE))
                .set(
                        PLACED + "v1.schema.json",
                        "/properties/payload/properties/hostile",
                        "{\"description\": " + quoted(HOSTILE) + ", \"enum\": [" + quoted(HOSTILE) + "], \"pattern\": "
                                + quoted(HOSTILE) + "}")
                .set(PLACED + "examples/full.json", "/payload/hostile", quoted(HOSTILE))
                .write(
                        PLACED + "CHANGELOG.md",
                        "# OrderPlaced\n\n## v1 " + HOSTILE + "\n\n- " + HOSTILE + "\n\n" + HOSTILE)
                .replace(PLACED + "ownership.yaml", "businessOwner: ", "businessOwner: \"<b>bold</b>\" # ");

        String page = page(overlay);
        assertThat(page).doesNotContain("<script>alert", "onload=\"x", "<b>bold");
        assertThat(page).contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot; onload=&quot;x&amp;y");
    }

    @Test
    void needsNothingFromElsewhere() {
        String page = page(Overlay.in(folder));

        assertThat(page)
                .doesNotContainPattern(
                        Pattern.compile("<link|<img|<iframe|@import|url\\(|src=", Pattern.CASE_INSENSITIVE));
        assertThat(Pattern.compile("href=\"([^\"]*)\"").matcher(page).results().map(match -> match.group(1)))
                .allMatch(link -> link.startsWith("#") || link.equals("asyncapi.yaml"));
        assertThat(page)
                .contains("default-src 'none'")
                .doesNotContain("unsafe-inline")
                .containsOnlyOnce("<script>");
    }

    @Test
    void marksWhatIsDeprecatedAndSaysWhatComesInstead() {
        Overlay overlay = Overlay.in(folder)
                .replace(
                        PLACED + "ownership.yaml",
                        "lifecycle: live",
                        "lifecycle: deprecated\ndeprecatedSince: 2026-07-01\nremoveAfter: 2027-01-31\nreplacedBy: OrderShipped");

        assertThat(page(overlay))
                .contains("<span class=\"badge deprecated\">deprecated</span>")
                .contains("Deprecated since 2026-07-01; published until 2027-01-31.")
                .contains("Instead: <a href=\"#OrderShipped\">");
        assertThat(page(Overlay.in(folder.resolve("other")))).doesNotContain("Deprecated since");
    }

    @Test
    void marksFieldsThatSaySomethingAboutAPerson() {
        assertThat(FieldTable.payload(
                        Catalogue.read(Path.of("..", "contracts"))
                                .event("QuoteAccepted")
                                .orElseThrow(),
                        Catalogue.read(Path.of("..", "contracts"))
                                .event("QuoteAccepted")
                                .flatMap(event -> event.newest())
                                .orElseThrow(),
                        Catalogue.read(Path.of("..", "contracts"))))
                .containsPattern("<code>acceptedBy</code>.*badge pii")
                .doesNotContainPattern("<code>quoteId</code>.*badge pii");
    }

    private static String page(Overlay overlay) {
        return Page.of(Catalogue.read(overlay.root()));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }
}

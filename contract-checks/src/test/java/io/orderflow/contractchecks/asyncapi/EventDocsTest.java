package io.orderflow.contractchecks.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.contractchecks.Overlay;
import io.orderflow.contractchecks.catalogue.Catalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventDocsTest {

    private static final Path COMMITTED = Path.of("..", "docs", "events");

    @TempDir
    Path folder;

    @Test
    void theCommittedDocumentsAreThoseOfTheCatalogue() throws Exception {
        assertThat(EventDocs.of(Catalogue.read(Path.of("..", "contracts"))).outdated(COMMITTED))
                .as("older than contracts/; write them again with: ./orderflow contracts docs")
                .isEmpty();
    }

    @Test
    void areTheSameForTheSameCatalogue() {
        assertThat(EventDocs.of(Catalogue.read(Overlay.good())))
                .isEqualTo(EventDocs.of(Catalogue.read(Overlay.in(folder).root())));
    }

    @Test
    void areOutdatedAsSoonAsTheCatalogueSaysSomethingElse() throws Exception {
        Overlay overlay = Overlay.in(folder.resolve("contracts"));
        Path docs = folder.resolve("docs");
        assertThat(docs(overlay).outdated(docs)).containsExactly("asyncapi.yaml", "index.html");

        docs(overlay).write(docs);
        assertThat(docs(overlay).outdated(docs)).isEmpty();

        overlay.write(
                "events/shop.order.events/OrderPlaced/CHANGELOG.md", "# OrderPlaced\n\n## v1\n\n- Another text.\n");
        assertThat(docs(overlay).outdated(docs)).containsExactly("asyncapi.yaml", "index.html");

        docs(overlay).write(docs);
        Files.writeString(docs.resolve("index.html"), "by hand");
        assertThat(docs(overlay).outdated(docs)).containsExactly("index.html");
    }

    private static EventDocs docs(Overlay overlay) {
        return EventDocs.of(Catalogue.read(overlay.root()));
    }
}

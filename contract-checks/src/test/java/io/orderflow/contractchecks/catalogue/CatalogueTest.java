package io.orderflow.contractchecks.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.contractchecks.Overlay;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

    private static final String REF = "schema://shop.order.events/OrderPlaced/1";

    @TempDir
    Path directory;

    private final Catalogue good = Catalogue.read(Overlay.good());

    @Test
    void holdsEventsByName() {
        assertThat(good.events()).extracting(Event::name).containsExactly("DiskFilled", "OrderPlaced", "OrderShipped");
        Event placed = good.event("OrderPlaced").orElseThrow();
        assertThat(placed.newest()).get().satisfies(version -> {
            assertThat(version.number()).isEqualTo(1);
            assertThat(version.examples()).hasSize(2);
        });
        assertThat(placed.ownership().consumers()).containsExactly("billing");
        assertThat(placed.ownership().lifecycle()).contains(Lifecycle.LIVE);
        assertThat(good.eventsOf("shop.order.events.v1")).hasSize(2);
        assertThat(good.topics().find("shop.order.events.v1").orElseThrow().consumingServices())
                .containsExactly("billing");
    }

    @Test
    void looksSchemasUpByReference() {
        assertThat(good.schema(REF)).get().extracting(SchemaDocument::title).isEqualTo("OrderPlaced");
        assertThat(good.schema(REF + "#/properties/payload")).isPresent();
        assertThat(good.schema("schema://shop.order.events/OrderPlaced/2")).isEmpty();
        assertThat(good.schemas()
                        .target(
                                "schema://platform/envelope/1#/$defs/money",
                                good.envelope().content())
                        .path("type")
                        .asText())
                .isEqualTo("string");
    }

    @Test
    void validatesByReference() {
        Example full = good.event("OrderPlaced")
                .orElseThrow()
                .newest()
                .orElseThrow()
                .full()
                .orElseThrow();
        assertThat(good.schemas().violations(REF, full.value())).isEmpty();
        assertThat(good.schemas().violations("schema://shop.order.events/OrderShipped/1", full.value()))
                .extracting(Schemas.Violation::pointer)
                .contains("/eventType");
    }

    @Test
    void showsFieldsAtAnyDepth() {
        EventVersion version = good.event("OrderPlaced").orElseThrow().newest().orElseThrow();
        assertThat(Field.ofPayload(version, good.schemas()))
                .extracting(Field::pointer)
                .contains("/payload/lines/*/unitPrice", "/payload/contact/email", "/payload/labels/*");
    }

    @Test
    void isFoundInAFolderOfTheClassPath() throws Exception {
        Files.createDirectories(directory.resolve("contracts"));
        Overlay.in(directory.resolve("contracts"));
        try (URLClassLoader classes = loader(directory)) {
            assertThat(ClassPathCatalogue.read(classes).events()).hasSize(3);
        }
    }

    @Test
    void isFoundInAJarOfTheClassPath() throws Exception {
        Path jar = directory.resolve("with space.jar");
        pack(Overlay.good(), jar);
        try (URLClassLoader classes = loader(jar)) {
            Catalogue packed = ClassPathCatalogue.read(classes);
            assertThat(packed.events())
                    .hasSize(3)
                    .first()
                    .extracting(Event::changelog)
                    .asString()
                    .isNotEmpty();
            assertThat(packed.records()).hasSize(1);
        }
    }

    @Test
    void isMissed() throws Exception {
        try (URLClassLoader classes = loader(directory)) {
            assertThatThrownBy(() -> ClassPathCatalogue.read(classes)).hasMessageContaining("on the class path");
        }
        assertThatThrownBy(() -> Catalogue.read(directory)).hasMessageContaining("No catalogue in");
    }

    private static URLClassLoader loader(Path path) throws IOException {
        return new URLClassLoader(new URL[] {path.toUri().toURL()}, null);
    }

    private static void pack(Path folder, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out);
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new JarEntry(
                        "contracts/" + folder.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }
}

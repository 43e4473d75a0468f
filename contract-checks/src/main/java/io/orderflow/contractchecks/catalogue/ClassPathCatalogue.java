package io.orderflow.contractchecks.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;

/** Finds the catalogue on the class path, in a folder or in a jar. */
final class ClassPathCatalogue {

    private static final String FOLDER = "contracts";

    private ClassPathCatalogue() {}

    static Catalogue read(ClassLoader classes) {
        URL topics = classes.getResource(FOLDER + "/" + CatalogueReader.TOPICS);
        if (topics == null) {
            throw new IllegalStateException("No " + FOLDER + "/" + CatalogueReader.TOPICS + " on the class path");
        }
        try {
            return topics.getProtocol().equals("jar") ? fromJar(topics) : fromFolder(topics.toURI());
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + topics, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Reading " + topics, e);
        }
    }

    private static Catalogue fromFolder(URI topics) {
        Path folder = Path.of(topics).getParent();
        if (folder == null) {
            throw new IllegalStateException("No folder around " + topics);
        }
        return Catalogue.read(folder);
    }

    private static Catalogue fromJar(URL topics) throws IOException, URISyntaxException {
        JarURLConnection connection = (JarURLConnection) topics.openConnection();
        Path jar = Path.of(connection.getJarFileURL().toURI());
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            return Catalogue.read(files.getPath(FOLDER));
        }
    }
}

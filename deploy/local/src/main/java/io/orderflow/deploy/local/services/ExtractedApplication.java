package io.orderflow.deploy.local.services;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An application whose jar was taken apart. It is started by its class path and not with {@code -jar}: the web server looks
 * for pages inside libraries along the JVM's class path, and a class path in a manifest is invisible to it. Cockpit would
 * stay an empty page.
 */
record ExtractedApplication(Path jar, List<Path> libraries, String mainClass) {

    static ExtractedApplication of(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Attributes manifest = file.getManifest().getMainAttributes();
            List<Path> libraries = Arrays.stream(
                            manifest.getValue(Attributes.Name.CLASS_PATH).split(" "))
                    .map(jar::resolveSibling)
                    .toList();
            return new ExtractedApplication(jar, libraries, manifest.getValue(Attributes.Name.MAIN_CLASS));
        }
    }

    /** What to hand to {@code java}. */
    List<String> arguments() {
        String classPath = Stream.concat(Stream.of(jar), libraries.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        return List.of("-cp", classPath, mainClass);
    }
}

package io.orderflow.cli.model;

import io.orderflow.cli.engine.Definition;
import io.orderflow.cli.model.diff.Model;
import io.orderflow.cli.model.diff.ModelReader;
import io.orderflow.cli.stack.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the models that a person names: files, or {@code KEY:VERSION} and {@code KEY:latest} of what is deployed. */
final class Sources {

    private static final Pattern DEPLOYED = Pattern.compile("([\\w.-]+):(\\d{1,9}|latest)");

    private final Deployed deployed;

    Sources(Deployed deployed) {
        this.deployed = deployed;
    }

    Source find(String name) {
        Matcher reference = DEPLOYED.matcher(name);
        if (!Files.exists(Path.of(name)) && reference.matches()) {
            Definition definition = definition(reference.group(1), reference.group(2));
            return new Source(definition.reference(), model(definition), definition);
        }
        return new Source(name, read(name, bytes(Path.of(name))), null);
    }

    /** The same, together with the newest deployed version if that is what stands in the file. */
    Source recognized(Source source) {
        if (source.definition() != null) {
            return source;
        }
        return deployed.of(source.model().key()).stream()
                .findFirst()
                .filter(newest -> model(newest).elements().equals(source.model().elements()))
                .map(newest -> new Source(source.label(), source.model(), newest))
                .orElse(source);
    }

    /** Only what is deployed; {@code KEY:VERSION} or {@code KEY:latest}. */
    Definition deployed(String name) {
        Matcher reference = DEPLOYED.matcher(name);
        if (!reference.matches()) {
            throw new Refusal(name + " is not KEY:VERSION. Next: ./orderflow model list");
        }
        return definition(reference.group(1), reference.group(2));
    }

    Model model(Definition definition) {
        return read(definition.reference(), deployed.engine().model(definition));
    }

    private Definition definition(String key, String version) {
        return deployed.of(key).stream()
                .filter(definition ->
                        version.equals("latest") || version.equals(Integer.toString(definition.version())))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal("%s:%s is not deployed. Next: ./orderflow model list".formatted(key, version)));
    }

    private static Model read(String name, byte[] bpmn) {
        try {
            return ModelReader.read(bpmn);
        } catch (IllegalArgumentException e) {
            throw new Refusal(name + " is not a process model: " + e.getMessage());
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Refusal("cannot read %s; name a file, KEY:VERSION or KEY:latest".formatted(file));
        }
    }
}

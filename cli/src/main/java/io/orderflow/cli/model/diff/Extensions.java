package io.orderflow.cli.model.diff;

import java.util.Set;
import java.util.function.BiConsumer;
import org.w3c.dom.Element;

/** The engine's extension elements: bindings, listeners, variables, forms. */
final class Extensions {

    private static final Set<String> BINDING =
            Set.of("eventType", "eventKey", "eventUnmatched", "eventWaitLimit", "eventVariables");

    private Extensions() {}

    static void read(Element extensions, BiConsumer<Trait, String> traits) {
        for (Element extension : Xml.children(extensions)) {
            switch (extension.getLocalName()) {
                case "properties" -> Xml.children(extension).forEach(property -> property(property, traits));
                case "executionListener" -> listener("listener on ", extension, traits);
                case "taskListener" -> listener("task listener on ", extension, traits);
                case "inputOutput" -> Xml.children(extension).forEach(parameter -> parameter(parameter, traits));
                case "formData" -> traits.accept(new Trait(Aspect.FORM, "form fields"), Xml.canonical(extension));
                case "failedJobRetryTimeCycle" ->
                    traits.accept(new Trait(Aspect.ASYNC, "retries of failed jobs"), Xml.text(extension));
                case "field", "connector" ->
                    traits.accept(
                            new Trait(Aspect.DELEGATE, Xml.words(extension.getLocalName())), Xml.canonical(extension));
                case "in", "out" ->
                    traits.accept(
                            new Trait(Aspect.VARIABLES, "mapping " + extension.getLocalName()),
                            Xml.canonical(extension));
                default ->
                    traits.accept(
                            new Trait(Aspect.SETTING, Xml.words(extension.getLocalName())), Xml.canonical(extension));
            }
        }
    }

    private static void property(Element property, BiConsumer<Trait, String> traits) {
        String name = property.getAttribute("name");
        Aspect aspect = BINDING.contains(name) ? Aspect.BINDING : Aspect.SETTING;
        traits.accept(new Trait(aspect, "property " + name), property.getAttribute("value"));
    }

    private static void listener(String label, Element listener, BiConsumer<Trait, String> traits) {
        StringBuilder does = new StringBuilder();
        Xml.attributes(listener).forEach((name, value) -> {
            if (!name.equals("event") && !name.equals("id")) {
                does.append(name.equals("delegateExpression") ? "" : Xml.words(name) + " ")
                        .append(value);
            }
        });
        Xml.children(listener)
                .forEach(child -> does.append(does.isEmpty() ? "" : " ").append(Xml.canonical(child)));
        traits.accept(new Trait(Aspect.LISTENER, label + listener.getAttribute("event")), does.toString());
    }

    private static void parameter(Element parameter, BiConsumer<Trait, String> traits) {
        String label = parameter.getLocalName().replace("Parameter", "") + " " + parameter.getAttribute("name");
        String value = Xml.children(parameter).isEmpty()
                ? Xml.text(parameter)
                : Xml.children(parameter).stream().map(Xml::canonical).toList().toString();
        traits.accept(new Trait(Aspect.VARIABLES, label), value);
    }
}

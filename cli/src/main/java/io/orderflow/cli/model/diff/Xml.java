package io.orderflow.cli.model.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Small readings of a document. */
final class Xml {

    private static final String DECLARATIONS = "http://www.w3.org/2000/xmlns/";

    private Xml() {}

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static boolean is(Element element, String namespace, String name) {
        return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    /** Attributes that say something, by local name; a prefix is the file's own choice. */
    static SortedMap<String, String> attributes(Element element) {
        SortedMap<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (!DECLARATIONS.equals(attribute.getNamespaceURI())) {
                String name = attribute.getLocalName();
                attributes.put(name, attribute.getNodeValue());
            }
        }
        return attributes;
    }

    /** The same text for the same content, however it is indented, prefixed or ordered. */
    static String canonical(Element element) {
        StringBuilder text = new StringBuilder(element.getLocalName());
        attributes(element)
                .forEach((name, value) ->
                        text.append(' ').append(name).append('=').append(value));
        String content = text(element);
        if (!content.isEmpty()) {
            text.append(' ').append(content);
        }
        List<Element> children = children(element);
        if (!children.isEmpty()) {
            text.append(children.stream().map(Xml::canonical).toList());
        }
        return text.toString();
    }

    /** The element's own text on one line, without that of its children. */
    static String text(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(node.getNodeValue());
            }
        }
        return oneLine(text.toString());
    }

    static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").trim();
    }

    /** {@code delegateExpression} becomes {@code delegate expression}. */
    static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT)
                .replace("sub process", "sub-process");
    }
}

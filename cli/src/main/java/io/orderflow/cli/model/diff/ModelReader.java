package io.orderflow.cli.model.diff;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads BPMN as plain XML: a comparison needs no engine, and the command line knows none. */
public final class ModelReader {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DRAWING = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final Set<String> SCOPES = Set.of("process", "subProcess", "transaction", "adHocSubProcess");

    private final Names names;
    private final Map<String, Element> elements = new LinkedHashMap<>();

    private ModelReader(Names names) {
        this.names = names;
    }

    /** @throws IllegalArgumentException if it is not a BPMN model with a process; the message says why */
    public static Model read(byte[] bpmn) {
        org.w3c.dom.Element root = parse(bpmn).getDocumentElement();
        ModelReader reader = new ModelReader(Names.of(root));
        String key = "";
        StringBuilder drawing = new StringBuilder();
        for (org.w3c.dom.Element child : Xml.children(root)) {
            if (Xml.is(child, BPMN, "process")) {
                reader.scope(child, "");
                key = key.isEmpty() ? child.getAttribute("id") : key;
            } else if (Xml.is(child, DRAWING, "BPMNDiagram")) {
                drawing.append(Xml.canonical(child));
            }
        }
        if (key.isEmpty()) {
            throw new IllegalArgumentException("there is no process in it");
        }
        return new Model(key, reader.elements, drawing.toString());
    }

    private void scope(org.w3c.dom.Element scope, String around) {
        add(scope, around);
        for (org.w3c.dom.Element child : Xml.children(scope)) {
            if (SCOPES.contains(child.getLocalName())) {
                scope(child, scope.getAttribute("id"));
            } else if (Traits.isElement(child)) {
                add(child, scope.getAttribute("id"));
            }
        }
    }

    private void add(org.w3c.dom.Element node, String scope) {
        String id = node.getAttribute("id");
        elements.put(
                id,
                new Element(
                        id,
                        kind(node),
                        Xml.oneLine(node.getAttribute("name")),
                        scope,
                        new TreeMap<>(new Traits(names).of(node))));
    }

    /** With the kind of event, because an event that waits for something else is another one. */
    private static String kind(org.w3c.dom.Element node) {
        return Xml.children(node).stream()
                        .filter(Traits::isEventDefinition)
                        .map(definition -> Xml.words(definition.getLocalName().replace("EventDefinition", "")) + " ")
                        .collect(Collectors.joining())
                + Xml.words(node.getLocalName());
    }

    private static Document parse(byte[] xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Quiet());
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (SAXException e) {
            throw new IllegalArgumentException("it is not XML: " + e.getMessage(), e);
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The parser's own handler writes to the terminal. */
    private static final class Quiet implements ErrorHandler {

        @Override
        public void warning(SAXParseException exception) {}

        @Override
        public void error(SAXParseException exception) {}

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}

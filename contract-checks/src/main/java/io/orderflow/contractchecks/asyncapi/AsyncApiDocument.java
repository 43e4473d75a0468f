package io.orderflow.contractchecks.asyncapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.contractchecks.catalogue.Catalogue;

/** Puts the document together: channels are topics, messages are versions of events, operations are what services do. */
final class AsyncApiDocument {

    private static final String DESCRIPTION =
            """
            Facts that services publish about what they committed themselves. Every record value is one JSON document: \
            the envelope of sixteen fields with the payload inside. A record may arrive twice; its eventId stays the same. \
            Objects are open: readers tolerate fields they do not know.""";

    private AsyncApiDocument() {}

    static ObjectNode of(Catalogue catalogue) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        PortableSchemas schemas = new PortableSchemas();
        schemas.add(catalogue.envelope());
        Messages messages = new Messages(schemas);
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Orderflow events")
                .put("version", Fingerprint.of(catalogue))
                .put("description", DESCRIPTION);
        document.put("defaultContentType", "application/json");
        document.putObject("servers")
                .putObject("local")
                .put("host", "localhost:9092")
                .put("protocol", "kafka")
                .put("description", "The broker of ./orderflow up");
        ObjectNode components = JsonNodeFactory.instance.objectNode();
        components.set("messages", messages.of(catalogue));
        Channels channels = new Channels(catalogue);
        document.set("channels", channels.all());
        document.set("operations", new Operations(catalogue).all());
        ObjectNode byName = components.putObject("schemas");
        schemas.components().forEach(byName::set);
        document.set("components", components);
        return document;
    }
}

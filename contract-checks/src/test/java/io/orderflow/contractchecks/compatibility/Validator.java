package io.orderflow.contractchecks.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.orderflow.contractchecks.Overlay;
import io.orderflow.contractchecks.catalogue.Catalogue;
import java.util.Map;

/** Asks the validator that the services use. */
final class Validator {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(
                            "schema://platform/envelope/1",
                            Catalogue.read(Overlay.good()).envelope().content().toString()))
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));

    private Validator() {}

    static boolean accepts(JsonNode schema, JsonNode value) {
        return REGISTRY.getSchema(schema).validate(value).isEmpty();
    }
}

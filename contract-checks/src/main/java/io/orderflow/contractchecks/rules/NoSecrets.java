package io.orderflow.contractchecks.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.EventVersion;
import io.orderflow.contractchecks.catalogue.Example;
import io.orderflow.contractchecks.catalogue.SchemaDocument;
import java.util.Set;
import java.util.stream.Stream;

/** Nothing that opens a door or an account travels: no schema has a field for it, no example shows one. */
final class NoSecrets implements Rule {

    private static final Set<String> SECRETS = Set.of(
            "password",
            "passwd",
            "pwd",
            "passphrase",
            "passcode",
            "secret",
            "token",
            "jwt",
            "otp",
            "credential",
            "apikey",
            "accesskey",
            "privatekey",
            "secretkey",
            "signingkey",
            "encryptionkey",
            "cardnumber",
            "creditcard",
            "cvv",
            "cvc",
            "iban",
            "accountnumber",
            "sessionid",
            "cookie",
            "authorizationheader");
    private static final String FIX = "Leave it out; pass a reference to where it is kept safe";

    @Override
    public String code() {
        return "secret_in_event";
    }

    @Override
    public Stream<Finding> check(Catalogue catalogue) {
        Stream<Finding> schemas = catalogue.documents().flatMap(document -> inSchema(document, document.content(), ""));
        Stream<Example> examples = Stream.concat(
                catalogue.events().stream()
                        .flatMap(event -> event.versions().stream())
                        .flatMap(EventVersion::examples),
                catalogue.records().stream().flatMap(contract -> contract.example().stream()));
        return Stream.concat(schemas, examples.flatMap(example -> inValue(example.file(), example.value(), "")));
    }

    /** Wherever a field is declared, in definitions that nobody refers to as well. */
    private Stream<Finding> inSchema(SchemaDocument document, JsonNode node, String pointer) {
        Stream<Finding> here = Stream.of("properties", "$defs")
                .flatMap(keyword -> node.path(keyword).properties().stream()
                        .filter(field -> Words.contain(field.getKey(), SECRETS))
                        .map(field -> found(document.file(), pointer + "/" + keyword + "/" + field.getKey())));
        Stream<Finding> below = node.properties().stream()
                .flatMap(field -> inSchema(document, field.getValue(), pointer + "/" + field.getKey()));
        Stream<Finding> elements = node.isArray()
                ? node.valueStream().flatMap(element -> inSchema(document, element, pointer))
                : Stream.empty();
        return Stream.of(here, below, elements).flatMap(findings -> findings);
    }

    private Stream<Finding> inValue(String file, JsonNode value, String pointer) {
        Stream<Finding> fields = value.properties().stream()
                .flatMap(field -> Stream.concat(
                        Words.contain(field.getKey(), SECRETS)
                                ? Stream.of(found(file, pointer + "/" + field.getKey()))
                                : Stream.empty(),
                        inValue(file, field.getValue(), pointer + "/" + field.getKey())));
        Stream<Finding> elements = value.isArray()
                ? value.valueStream().flatMap(element -> inValue(file, element, pointer))
                : Stream.empty();
        return Stream.concat(fields, elements);
    }

    private Finding found(String file, String pointer) {
        return finding(file, pointer, "looks like a secret", FIX);
    }
}

package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.EventVersion;
import io.orderflow.contractchecks.catalogue.Field;
import io.orderflow.contractchecks.catalogue.Ownership;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A field that says something about a person is listed in the ownership record, and nothing else is. */
final class PersonalDataIsDeclared implements EventRule {

    private static final Set<String> ABOUT_PEOPLE = Set.of(
            "email",
            "phone",
            "telephone",
            "mobile",
            "fax",
            "firstname",
            "lastname",
            "givenname",
            "familyname",
            "fullname",
            "middlename",
            "surname",
            "maidenname",
            "customername",
            "contactname",
            "personname",
            "username",
            "birthdate",
            "birthday",
            "dateofbirth",
            "birthplace",
            "gender",
            "nationality",
            "address",
            "addres",
            "street",
            "postcode",
            "postalcode",
            "zipcode",
            "zip",
            "latitude",
            "longitude",
            "ssn",
            "taxid",
            "nationalid",
            "passport",
            "drivinglicence",
            "driverslicense",
            "approver");
    private static final Pattern SOMEBODY_DID = Pattern.compile("([a-z]+)(ed|en)By");

    /** By other things rather than by people. */
    private static final Set<String> SOMETHING_DID =
            Set.of("causedBy", "replacedBy", "supersededBy", "followedBy", "precededBy", "blockedBy", "triggeredBy");

    @Override
    public String code() {
        return "pii_undeclared";
    }

    @Override
    public Stream<Finding> check(Event event, Catalogue catalogue) {
        Ownership ownership = event.ownership();
        if (ownership.content().isMissingNode()) {
            return Stream.empty();
        }
        Set<String> fields = new LinkedHashSet<>();
        Set<String> declared = ownership.piiFields().stream()
                .map(PersonalDataIsDeclared::pointer)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Finding> findings = new ArrayList<>();
        for (EventVersion version : event.versions()) {
            for (Field field : Field.ofPayload(version, catalogue.schemas())) {
                String pointer = field.pointer().replace("/*", "");
                fields.add(pointer);
                if (isAboutSomebody(field.name()) && declared.stream().noneMatch(pointer::startsWith)) {
                    findings.add(finding(
                            version.schema().file(),
                            field.pointer(),
                            "looks like personal data that is not declared",
                            "Leave it out, or list " + pointer.substring(1).replace('/', '.')
                                    + " under piiFields in ownership.yaml"));
                }
            }
        }
        declared.stream()
                .filter(pointer -> !fields.contains(pointer))
                .forEach(pointer -> findings.add(finding(
                        ownership.file(), "/piiFields", pointer + " is no field of the event", "Mend or delete it")));
        if (ownership.containsPii() == declared.isEmpty()) {
            findings.add(finding(
                    ownership.file(),
                    "/containsPII",
                    "is " + ownership.containsPii() + ", and piiFields names " + declared.size() + " fields",
                    "Make both say the same"));
        }
        return findings.stream();
    }

    private static boolean isAboutSomebody(String name) {
        return Words.contain(name, ABOUT_PEOPLE)
                || (SOMEBODY_DID.matcher(name).matches() && !SOMETHING_DID.contains(name));
    }

    private static String pointer(String path) {
        return "/" + path.replace('.', '/');
    }
}

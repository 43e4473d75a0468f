package io.orderflow.httpapi.json;

/** JSON pointers (RFC 6901) to fields whose names a caller made up. */
public final class JsonPointers {

    private static final int NAME_SHOWN = 80;

    private JsonPointers() {}

    static String child(String pointer, String name) {
        return pointer + "/" + shown(name).replace("~", "~0").replace("/", "~1");
    }

    static String child(String pointer, int index) {
        return pointer + "/" + index;
    }

    /** Cut between characters, so that no half of a surrogate pair is left over. */
    public static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints().limit(NAME_SHOWN).forEach(shown::appendCodePoint);
        return shown.toString();
    }
}

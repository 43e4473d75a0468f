package io.orderflow.orderservice.order.web;

/** JSON pointers (RFC 6901) to fields whose names a caller made up. */
final class JsonPointers {

    private static final int NAME_SHOWN = 80;

    private JsonPointers() {}

    static String child(String pointer, String name) {
        return pointer + "/" + shown(name).replace("~", "~0").replace("/", "~1");
    }

    static String child(String pointer, int index) {
        return pointer + "/" + index;
    }

    /** Short, and without halves of surrogate pairs, which could not be written into a response. */
    private static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints()
                .limit(NAME_SHOWN)
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }
}

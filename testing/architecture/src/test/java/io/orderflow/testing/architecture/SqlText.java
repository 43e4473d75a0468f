package io.orderflow.testing.architecture;

import java.util.regex.Pattern;

/** Tells a statement from prose: a statement begins with its verb, in capitals or in its full form. */
final class SqlText {

    private static final Pattern STATEMENT = Pattern.compile(
            """
            ^\\s*(?:
                SELECT\\s | select\\s.+\\sfrom\\s
              | (?:INSERT|MERGE)\\s+INTO\\s | insert\\s+into\\s.+\\svalues
              | UPDATE\\s+\\S+\\s+(?:(?:AS\\s+)?\\w+\\s+)?SET\\s | update\\s+\\S+\\s.*\\bset\\s.+=
              | (?:DELETE\\s+FROM|delete\\s+from)\\s+\\w+
              | WITH\\s+\\S+.*\\sAS\\s
              | (?:CREATE|ALTER|DROP|LOCK|TRUNCATE)\\s+(?:TABLE|INDEX|UNIQUE|SEQUENCE|FUNCTION|ROLE|DATABASE)\\s
              | (?:NOTIFY|LISTEN)\\s+\\w+
            )""",
            Pattern.COMMENTS | Pattern.DOTALL);

    private SqlText() {}

    static boolean looksLikeSql(String text) {
        return STATEMENT.matcher(text).find();
    }
}

package io.orderflow.testing.e2e.launcher;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The account that the demo prints at its end. */
public record DemoTotals(
        long read, long captured, long rejected, long cancellations, long completed, long cancelled, long open) {

    private static final Pattern INVOICES =
            Pattern.compile("(\\d+) invoices read = (\\d+) captured \\+ (\\d+) rejected \\+ (\\d+) cancellations");
    private static final Pattern ORDERS =
            Pattern.compile("(\\d+) captured = (\\d+) completed \\+ (\\d+) cancelled \\+ (\\d+) open");

    public static DemoTotals printedIn(String output) {
        long[] invoices = numbers(INVOICES, output);
        long[] orders = numbers(ORDERS, output);
        if (invoices[1] != orders[0]) {
            throw new AssertionError("two numbers of captured orders in:\n" + output);
        }
        return new DemoTotals(invoices[0], invoices[1], invoices[2], invoices[3], orders[1], orders[2], orders[3]);
    }

    private static long[] numbers(Pattern line, String output) {
        Matcher found = line.matcher(output);
        if (!found.find()) {
            throw new AssertionError("no line \"%s\" in:%n%s".formatted(line, output));
        }
        long[] numbers = new long[found.groupCount()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Long.parseLong(found.group(i + 1));
        }
        return numbers;
    }
}

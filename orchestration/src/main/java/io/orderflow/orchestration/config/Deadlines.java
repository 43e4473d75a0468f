package io.orderflow.orchestration.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code orderflow.process.deadlines}: after how long the process tells that something is late. A value that
 * the engine could not use stops the start, not the first order. A change holds for waits that begin afterwards.
 */
@ConfigurationProperties("orderflow.process.deadlines")
public final class Deadlines {

    private static final Pattern REPEATING = Pattern.compile("R\\d*/(.+)");

    private final String fulfilment;
    private final String approvalReminder;

    /**
     * @param fulfilment how long the lines of an order may take from their release on, e.g. {@code PT4H}
     * @param approvalReminder how often and at what distance a missing approval is told, e.g. {@code R3/PT24H}; without a
     *     number ({@code R/PT24H}) until it is there
     */
    public Deadlines(@DefaultValue("PT4H") String fulfilment, @DefaultValue("R3/PT24H") String approvalReminder) {
        requirePositive("fulfilment", fulfilment, fulfilment);
        Matcher repeating = REPEATING.matcher(approvalReminder);
        if (!repeating.matches()) {
            throw refused("approval-reminder", approvalReminder, "a repeating interval such as R3/PT24H");
        }
        requirePositive("approval-reminder", approvalReminder, repeating.group(1));
        this.fulfilment = fulfilment;
        this.approvalReminder = approvalReminder;
    }

    /** ISO-8601 duration. Named as expressions in models look it up. */
    public String getFulfilment() {
        return fulfilment;
    }

    /** ISO-8601 repeating interval. */
    public String getApprovalReminder() {
        return approvalReminder;
    }

    private static void requirePositive(String setting, String value, String duration) {
        try {
            if (Duration.parse(duration).compareTo(Duration.ZERO) > 0) {
                return;
            }
        } catch (DateTimeException e) {
            throw refused(setting, value, "days and times only, such as P2D or PT4H");
        }
        throw refused(setting, value, "longer than nothing");
    }

    private static IllegalArgumentException refused(String setting, String value, String expected) {
        return new IllegalArgumentException(
                "orderflow.process.deadlines." + setting + " is \"" + value + "\" and must be " + expected);
    }
}

package io.orderflow.orchestration.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** A deadline that the engine could not use stops the start. */
class DeadlinesTest {

    private static final String PREFIX = "orderflow.process.deadlines.";

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Deadlines.class)
    static class Settings {}

    @Test
    void areFourHoursAndThreeDaysUnlessSomebodySaysOtherwise() {
        service.run(context -> {
            assertThat(context.getBean(Deadlines.class).getFulfilment()).isEqualTo("PT4H");
            assertThat(context.getBean(Deadlines.class).getApprovalReminder()).isEqualTo("R3/PT24H");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT30S", "P2D", "P1DT12H"})
    void fulfilmentMayTakeAnyTime(String value) {
        service.withPropertyValues(PREFIX + "fulfilment=" + value)
                .run(context -> assertThat(context.getBean(Deadlines.class).getFulfilment())
                        .isEqualTo(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4h", "PT0S", "PT-4H", "P1M", "R3/PT4H", "${deadlines}"})
    void aUselessFulfilmentStopsTheStart(String value) {
        service.withPropertyValues(PREFIX + "fulfilment=" + value.replace("$", "\\$"))
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("orderflow.process.deadlines.fulfilment"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"R/PT1H", "R10/PT1M", "R3/P1D"})
    void remindersMayComeAsOftenAsOneLikes(String value) {
        service.withPropertyValues(PREFIX + "approval-reminder=" + value)
                .run(context -> assertThat(context.getBean(Deadlines.class).getApprovalReminder())
                        .isEqualTo(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PT24H", "R3", "R3/", "R3/PT0S", "R-1/PT24H", "R3/P1M", "3/PT24H"})
    void aUselessReminderStopsTheStart(String value) {
        service.withPropertyValues(PREFIX + "approval-reminder=" + value).run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("orderflow.process.deadlines.approval-reminder"));
    }
}

package io.orderflow.testing.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InfrastructureTest {

    private final String before = System.getProperty(Infrastructure.PROPERTY, "embedded");

    @AfterEach
    void restore() {
        System.setProperty(Infrastructure.PROPERTY, before);
    }

    @Test
    void isEmbeddedUnlessSaidOtherwise() {
        System.clearProperty(Infrastructure.PROPERTY);
        assertThat(Infrastructure.chosen()).isEqualTo(Infrastructure.EMBEDDED);
    }

    @Test
    void followsTheSystemProperty() {
        System.setProperty(Infrastructure.PROPERTY, "containers");
        assertThat(Infrastructure.chosen()).isEqualTo(Infrastructure.CONTAINERS);
    }

    @Test
    void refusesAMisspeltChoice() {
        System.setProperty(Infrastructure.PROPERTY, "container");
        assertThatThrownBy(Infrastructure::chosen).hasMessageContaining("'embedded' or 'containers'");
    }
}

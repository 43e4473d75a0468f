package io.orderflow.orchestration.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody can tell it from the engine's own, except by the clock. */
class QuickFeelEngineTest {

    private static final FeelEngine WHOLE = new ScalaFeelEngineFactory().createInstance();
    private static final FeelEngine QUICK = new QuickFeelEngine(WHOLE);

    private static final List<@Nullable Object> VALUES = Arrays.asList(
            "GBP",
            "EUR",
            "",
            "2000",
            true,
            false,
            0,
            1999,
            2000,
            2001,
            -2000,
            2000L,
            1999.99,
            2000.0,
            2000.01,
            new BigDecimal("2000.00"),
            new BigDecimal("1999.99"),
            new BigDecimal("-2000.5"),
            null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">= 2000",
                "<= -2000",
                "> 2000",
                "<2000",
                "2000",
                "-2000",
                ">= 1999.99",
                "\"GBP\"",
                "\"GBP\",\"EUR\"",
                "not(\"GBP\")",
                "not(\"GBP\", \"EUR\")",
                "[1999..2000]",
                "> 1999, < 0",
                "true",
                "not(2000)",
                "null",
                "\"a\\\"b\"",
                "\"\""
            })
    void answersACellAsTheWholeEngineDoes(String cell) {
        for (@Nullable Object value : VALUES) {
            VariableContext variables = context(value);

            assertThat(answer(QUICK, cell, variables))
                    .as("%s for %s", cell, value)
                    .isEqualTo(answer(WHOLE, cell, variables));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "input",
                " input ",
                "true",
                "false",
                "\"text\"",
                "\"\"",
                "missing",
                "1 + 1",
                "if true then 1 else 2"
            })
    void givesTheValueThatTheWholeEngineGives(String expression) {
        for (@Nullable Object value : VALUES) {
            VariableContext variables = context(value);

            assertThat(QUICK.<@Nullable Object>evaluateSimpleExpression(expression, variables))
                    .as("%s with %s", expression, value)
                    .isEqualTo(WHOLE.evaluateSimpleExpression(expression, variables));
        }
    }

    @Test
    void doesTheCellsOfTablesByItself() {
        FeelEngine nobody = new NoFeelEngine();
        QuickFeelEngine alone = new QuickFeelEngine(nobody);

        assertThat(alone.evaluateSimpleUnaryTests(">= 2000", "input", context(2500)))
                .isTrue();
        assertThat(alone.evaluateSimpleUnaryTests("not(\"GBP\")", "input", context("GBP")))
                .isFalse();
        assertThat(alone.<Object>evaluateSimpleExpression("input", context("GBP")))
                .isEqualTo("GBP");
    }

    private static VariableContext context(@Nullable Object value) {
        Map<String, @Nullable Object> values = Collections.singletonMap("input", value);
        return Variables.fromMap(values).asVariableContext();
    }

    private static Object answer(FeelEngine engine, String cell, VariableContext variables) {
        try {
            return engine.evaluateSimpleUnaryTests(cell, "input", variables);
        } catch (RuntimeException refused) {
            return refused.getClass();
        }
    }

    private static final class NoFeelEngine implements FeelEngine {
        @Override
        public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
            throw new AssertionError("asked for " + expression);
        }

        @Override
        public boolean evaluateSimpleUnaryTests(String cell, String inputVariable, VariableContext variables) {
            throw new AssertionError("asked for " + cell);
        }
    }
}

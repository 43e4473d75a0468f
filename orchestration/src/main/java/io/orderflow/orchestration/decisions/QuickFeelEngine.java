package io.orderflow.orchestration.decisions;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.jspecify.annotations.Nullable;

/**
 * FEEL for what nearly every cell of a decision table is: a variable, a text, a number to compare with. The engine's own
 * FEEL parses each cell anew, and builds all its functions, at every evaluation; that was a quarter of what an order cost.
 * Whatever is more than that is left to it, and so is every value of an unexpected type. Thread safe.
 */
public final class QuickFeelEngine implements FeelEngine {

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\]*)\"");

    /** More distinct cells than any installation has; models come and go. */
    private static final int MOST_REMEMBERED = 10_000;

    private final FeelEngine whole;
    private final Map<String, Optional<UnaryTest>> tests = new ConcurrentHashMap<>();

    QuickFeelEngine(FeelEngine whole) {
        this.whole = whole;
    }

    /** For the engine's configuration. */
    public static FeelEngineFactory factory() {
        return () -> new QuickFeelEngine(new ScalaFeelEngineFactory().createInstance());
    }

    @Override
    @SuppressWarnings("unchecked") // as with every expression language, the caller knows the type
    public <T> @Nullable T evaluateSimpleExpression(String expression, VariableContext variables) {
        @Nullable Object value = valueOf(expression.strip(), variables);
        return value == null ? whole.evaluateSimpleExpression(expression, variables) : (T) value;
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String cell, String inputVariable, VariableContext variables) {
        if (tests.size() > MOST_REMEMBERED) {
            tests.clear();
        }
        Optional<UnaryTest> test = tests.computeIfAbsent(cell, UnaryTest::parse);
        @Nullable Boolean answer = test.isPresent() ? test.get().answer(plain(inputVariable, variables)) : null;
        return answer == null ? whole.evaluateSimpleUnaryTests(cell, inputVariable, variables) : answer;
    }

    /** Null if it takes more than looking. */
    private static @Nullable Object valueOf(String expression, VariableContext variables) {
        if (expression.equals("true") || expression.equals("false")) {
            return Boolean.valueOf(expression);
        }
        Matcher text = TEXT.matcher(expression);
        if (text.matches()) {
            return text.group(1);
        }
        return VARIABLE.matcher(expression).matches() ? plain(expression, variables) : null;
    }

    /** A text, a truth value, or a number as FEEL hands it on: whole ones as Long, others as Double. */
    private static @Nullable Object plain(String variable, VariableContext variables) {
        if (!variables.containsVariable(variable)) {
            return null;
        }
        @Nullable Object value = variables.resolve(variable).getValue();
        if (value instanceof String || value instanceof Boolean || value instanceof Long) {
            return value;
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) ? narrowed(BigDecimal.valueOf(number)) : null;
        }
        if (value instanceof Integer || value instanceof Short) {
            return ((Number) value).longValue();
        }
        return value instanceof BigDecimal number ? narrowed(number) : null;
    }

    private static Number narrowed(BigDecimal number) {
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        if (whole) {
            return number.longValue();
        }
        return number.doubleValue();
    }
}

package io.orderflow.orderservice;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Remembers the statements that the current thread executes between {@link #start()} and {@link #stop()}. */
public final class CountingDataSource extends DelegatingDataSource {

    private static final ThreadLocal<List<String>> EXECUTED = new ThreadLocal<>();

    CountingDataSource(DataSource target) {
        super(target);
    }

    public static void start() {
        EXECUTED.set(new ArrayList<>());
    }

    /** Verb and table of each statement, in order. */
    public static List<String> stop() {
        List<String> executed = EXECUTED.get();
        EXECUTED.remove();
        return executed;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return wrap(Connection.class, connection, (method, arguments) -> {
            Object result = invoke(connection, method, arguments);
            return result instanceof Statement statement && method.getName().equals("prepareStatement")
                    ? counted(statement, (String) arguments[0])
                    : result;
        });
    }

    private static Object counted(Statement statement, String sql) {
        return wrap(java.sql.PreparedStatement.class, statement, (method, arguments) -> {
            if (method.getName().startsWith("execute") && EXECUTED.get() != null) {
                EXECUTED.get().add(shortened(sql));
            }
            return invoke(statement, method, arguments);
        });
    }

    private static String shortened(String sql) {
        String[] words = sql.strip().toLowerCase(Locale.ROOT).split("\\s+");
        for (int i = 0; i < words.length - 1; i++) {
            if (words[i].equals("into") || words[i].equals("from") || (words[i].equals("update") && i == 0)) {
                return words[0] + " " + words[i + 1];
            }
        }
        return words[0];
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T wrap(Class<T> type, Object target, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> handler.handle(method, arguments)));
    }

    private interface Handler {
        Object handle(Method method, Object[] arguments) throws Throwable;
    }
}

package io.orderflow.messagecorrelation.camunda;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Counts the round trips of prepared statements; a JDBC batch counts once. */
final class StatementCounter {

    private final AtomicLong executed = new AtomicLong();
    private final DataSource dataSource;

    StatementCounter(DataSource target) {
        dataSource = proxy(DataSource.class, target);
    }

    DataSource dataSource() {
        return dataSource;
    }

    long executed() {
        return executed.get();
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            if (target instanceof PreparedStatement && method.getName().startsWith("execute")) {
                executed.incrementAndGet();
            }
            try {
                Object result = method.invoke(target, args);
                if (result instanceof Connection connection && type == DataSource.class) {
                    return proxy(Connection.class, connection);
                }
                return result instanceof PreparedStatement statement
                        ? proxy(PreparedStatement.class, statement)
                        : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}

package io.orderflow.testing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "\n  INSERT INTO orders (id) VALUES (:id)",
                "UPDATE orders SET status = :status",
                "DELETE FROM outbox WHERE id = any(:ids)",
                "WITH due AS (SELECT id FROM orders) UPDATE orders",
                "CREATE TABLE orders (id text)",
                "NOTIFY outbox",
                "select id from orders"
            })
    void isSql(String text) {
        assertThat(SqlText.looksLikeSql(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Select a quote from the list.",
                "update the order",
                "With a key",
                "CREATED",
                "the order was deleted from the list",
                "WITHDRAWN"
            })
    void isProse(String text) {
        assertThat(SqlText.looksLikeSql(text)).isFalse();
    }
}

package io.orderflow.kafkaadapters.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

class FailureClassifierTest {

    static Stream<Throwable> transientFailures() {
        return Stream.of(
                new CannotAcquireLockException("deadlock"),
                new ConcurrencyFailureException("lost a race"),
                new CannotGetJdbcConnectionException("pool", new SQLTransientConnectionException("none free")),
                new CannotCreateTransactionException("database away"),
                new IllegalStateException("wrapped", new SQLException("admin shutdown", "57P01")),
                new IllegalStateException("wrapped", new SQLException("serialization", "40001")));
    }

    static Stream<Throwable> otherFailures() {
        return Stream.of(
                new IllegalArgumentException("bug"),
                new DataIntegrityViolationException("null value", new SQLException("not null", "23502")),
                new SQLException("syntax", "42601"),
                new SQLException("no state"));
    }

    @ParameterizedTest
    @MethodSource("transientFailures")
    void isWorthAnotherTry(Throwable failure) {
        assertThat(FailureClassifier.isTransient(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("otherFailures")
    void isNotWorthAnotherTry(Throwable failure) {
        assertThat(FailureClassifier.isTransient(failure)).isFalse();
    }
}

package io.orderflow.testing.benchmarks.correlation.baseline;

/** The usual inbox. */
final class BaselineSql {

    static final String CREATE =
            "create table inbox (event_id uuid primary key, received_at timestamptz not null default now())";

    static final String INSERT = "insert into inbox (event_id) values (:id) on conflict do nothing";

    private BaselineSql() {}
}

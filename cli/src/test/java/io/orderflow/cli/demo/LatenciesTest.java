package io.orderflow.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void takesTheNearestRank() {
        List<FedInvoice> fed = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> completedAfter(i * 100))
                .toList();

        assertThat(Latencies.of(fed).percentile(50)).isEqualTo("5.00 s");
        assertThat(Latencies.of(fed).percentile(99)).isEqualTo("9.90 s");
    }

    @Test
    void hasNoneWithoutACompletedOrder() {
        assertThat(Latencies.of(List.of()).percentile(50)).isEqualTo("none");
    }

    private static FedInvoice completedAfter(int millis) {
        FedInvoice invoice = new FedInvoice(Csv.invoice("1", "7", "A"), "run", false);
        invoice.end(new FedInvoice.OrderFate("ord", "COMPLETED", Instant.EPOCH, Instant.ofEpochMilli(millis), 1, 1));
        return invoice;
    }
}

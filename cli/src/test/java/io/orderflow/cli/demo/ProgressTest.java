package io.orderflow.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.cli.demo.OrderApi.OrderCounts;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final Progress progress = new Progress(new PrintWriter(new StringWriter()), false, 100);

    @Test
    void showsWhereTheInvoicesAre() {
        progress.rejected();
        progress.cancellationAnswered();

        assertThat(progress.line(new OrderCounts(60, 45, 2, 1), 13, 10))
                .isEqualTo("[############------------] 50/100  captured 60, in flight 13, completed 45, cancelled 2,"
                        + " rejected 2  4.8 orders/s");
    }
}

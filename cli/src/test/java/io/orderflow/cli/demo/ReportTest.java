package io.orderflow.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    @TempDir
    Path directory;

    @Test
    void everyRowEndsAcceptedOrRejectedWithAReason() throws IOException {
        FedInvoice order =
                new FedInvoice(new Invoice("1", List.of(Csv.row("A", "1", "2"), Csv.row("B", "1", "0"))), "run", false);
        order.end(new FedInvoice.OrderFate("ord_1", "COMPLETED", Instant.EPOCH, Instant.EPOCH, 1, 1));
        FedInvoice cancellation = new FedInvoice(Csv.invoice("C2", "7", "A"), "run", false);
        cancellation.refuse(Cancellations.TOO_LATE);
        FedInvoice again = new FedInvoice(Csv.invoice("1", "7", "A"), "run", true);
        Path file = directory.resolve("demo").resolve("report.csv");

        Report.write(file, List.of(order, cancellation, again));

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "Line,InvoiceNo,StockCode,Quantity,UnitPrice,CustomerID,Verdict,Reason,OrderId,OrderStatus",
                        "2,536365,A,1,2,17850,accepted,,ord_1,COMPLETED",
                        "2,536365,B,1,0,17850,rejected,the unit price is not above zero,ord_1,COMPLETED",
                        "2,C2,A,-1,1.5,7,rejected,past the point of no return or ended before,,",
                        "2,1,A,1,1.5,7,rejected,the invoice number was used before in the file,,");
    }
}

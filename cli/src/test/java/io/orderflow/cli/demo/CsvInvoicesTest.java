package io.orderflow.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.cli.stack.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvInvoicesTest {

    @TempDir
    Path directory;

    @Test
    void readsTheWholeRealFile() {
        List<Invoice> invoices = Csv.read(Csv.REAL);

        assertThat(invoices).hasSize(1_000);
        assertThat(invoices).filteredOn(Invoice::isCancellation).hasSize(110);
        assertThat(invoices).extracting(Invoice::number).doesNotHaveDuplicates();
        assertThat(invoices.stream().mapToInt(invoice -> invoice.rows().size()).sum())
                .isEqualTo(21_466);
        assertThat(invoices.stream()
                        .max(Comparator.comparing(invoice -> invoice.rows().size())))
                .hasValueSatisfying(largest -> assertThat(largest.rows()).hasSize(675));
        assertThat(CsvInvoices.check(Csv.REAL)).isEqualTo(1_000);
    }

    @Test
    void groupsConsecutiveRowsAndRemembersTheirLines() throws IOException {
        Path file = Csv.file(
                directory,
                Csv.HEADER + "1,A,\"a, with comma\",1,1.00,7,UK\n" + "1,B,b,2,2.00,7,UK\n" + "2,A,a,1,1.00,,UK\n");

        List<Invoice> invoices = Csv.read(file);

        assertThat(invoices).extracting(Invoice::number).containsExactly("1", "2");
        assertThat(invoices.get(0).rows()).extracting(InvoiceRow::line).containsExactly(2L, 3L);
        assertThat(invoices.get(0).rows().get(0).description()).isEqualTo("a, with comma");
        assertThat(invoices.get(0).customerId()).isEqualTo("7");
        assertThat(invoices.get(1).customerId()).isEqualTo("guest-2");
    }

    @Test
    void namesTheMissingColumnAndWhatItFound() throws IOException {
        refuses(Csv.file(directory, "InvoiceNo,StockCode,Description,UnitPrice,CustomerID\n1,A,a,1,7\n"))
                .contains("lacks the column Quantity")
                .contains("InvoiceNo, StockCode, Description, UnitPrice, CustomerID");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        refuses(Csv.file(directory, "")).contains("is empty");
    }

    @Test
    void refusesAHeaderWithNothingBelow() throws IOException {
        refuses(Csv.file(directory, Csv.HEADER)).contains("holds no invoice");
    }

    @Test
    void refusesAFileThatIsNotThereOrADirectory() {
        refuses(directory.resolve("nowhere.csv")).contains("there is no file");
        refuses(directory).contains("is a directory");
    }

    @Test
    void refusesWhatIsNotText() throws IOException {
        Path file = directory.resolve("latin.csv");
        Files.write(file, (Csv.HEADER + "1,A,caf\u00e9,1,1.00,7,UK\n").getBytes(StandardCharsets.ISO_8859_1));

        refuses(file).contains("not UTF-8");
    }

    @Test
    void namesTheLineWithTooFewColumns() throws IOException {
        refuses(Csv.file(directory, Csv.HEADER + "1,A,a,1,1.00,7,UK\n1,B,b\n"))
                .contains("line 3")
                .contains("3 columns");
    }

    @Test
    void namesTheLineWithoutAnInvoiceNumber() throws IOException {
        refuses(Csv.file(directory, Csv.HEADER + ",A,a,1,1.00,7,UK\n"))
                .contains("line 2")
                .contains("no invoice number");
    }

    @Test
    void refusesAQuoteThatNeverEnds() throws IOException {
        refuses(Csv.file(directory, Csv.HEADER + "1,\"A,a,1,1.00,7,UK\n")).contains("not CSV");
    }

    private static org.assertj.core.api.AbstractStringAssert<?> refuses(Path file) {
        Refusal[] refusal = new Refusal[1];
        assertThatThrownBy(() -> CsvInvoices.check(file))
                .isInstanceOfSatisfying(Refusal.class, thrown -> refusal[0] = thrown);
        return assertThat(refusal[0].getMessage());
    }
}

package io.orderflow.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class BoxTest {

    @Test
    void isAsWideAsItsLongestLine() {
        StringWriter text = new StringWriter();

        new Box("Demo").line("%d orders", 12).line("done").print(new PrintWriter(text));

        assertThat(text.toString().lines().toList())
                .containsExactly("┌─ Demo ────┐", "│ 12 orders │", "│ done      │", "└───────────┘");
    }
}

package io.orderflow.deploy.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessIdentityTest {

    private final ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current());

    @Test
    void findsTheProcessThatItWasTakenFrom() {
        assertThat(self.find()).contains(ProcessHandle.current());
        assertThat(self.find("java")).contains(ProcessHandle.current());
    }

    @Test
    void isNotFooledByALaterProcessWithTheSameNumber() {
        ProcessIdentity earlier = new ProcessIdentity(self.pid(), self.startedAt() - 60_000);

        assertThat(earlier.find()).isEmpty();
    }

    @Test
    void isNotFooledByAProcessThatDoesSomethingElse() {
        assertThat(self.find("/no/such/home/of/ours")).isEmpty();
    }
}

package io.orderflow.deploy.local.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

    @TempDir
    Path directory;

    @Test
    void areForTheOwnersEyesOnlyAndKept() throws IOException {
        Path file = directory.resolve("credentials.properties");

        Credentials made = Credentials.loadOrCreate(file);
        Credentials read = Credentials.loadOrCreate(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(read.apiPassword()).isEqualTo(made.apiPassword()).hasSize(24);
        assertThat(read.databasePassword("order_service")).isEqualTo(made.databasePassword("order_service"));
    }

    @Test
    void differFromRoleToRoleAndFromStackToStack() {
        Credentials one = Credentials.loadOrCreate(directory.resolve("one"));
        Credentials other = Credentials.loadOrCreate(directory.resolve("other"));

        assertThat(one.databasePassword("order_service"))
                .isNotEqualTo(one.databasePassword("orchestration"))
                .isNotEqualTo(other.databasePassword("order_service"));
    }
}

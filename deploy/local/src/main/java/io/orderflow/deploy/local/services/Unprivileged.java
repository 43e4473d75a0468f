package io.orderflow.deploy.local.services;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL refuses to run as root. In a user namespace of its own it sees itself as nobody, with the same files. */
final class Unprivileged {

    private Unprivileged() {}

    /** The command, wrapped where we are root. */
    static List<String> command(List<String> line, Path ownFile) throws IOException {
        if (!Integer.valueOf(0).equals(Files.getAttribute(ownFile, "unix:uid"))) {
            return line;
        }
        if (!LinuxUtils.isUnshareAvailable()) {
            throw new IOException("PostgreSQL refuses to run as root, and this machine does not allow `unshare -U`;"
                    + " run ./orderflow as an ordinary user");
        }
        List<String> wrapped = new ArrayList<>(List.of("unshare", "-U"));
        wrapped.addAll(line);
        return wrapped;
    }
}

package io.orderflow.deploy.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Memory of a process and all its descendants. Where the system tells (Linux), shared pages are counted once. */
public final class ResidentMemory {

    private ResidentMemory() {}

    /** In bytes; 0 if the process is gone. */
    public static long ofTree(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .mapToLong(process -> of(process.pid()))
                .sum();
    }

    private static long of(long pid) {
        return kilobytes(Path.of("/proc/%d/smaps_rollup".formatted(pid)), "Pss:")
                        .orElseGet(() -> kilobytes(Path.of("/proc/%d/status".formatted(pid)), "VmRSS:")
                                .orElseGet(() -> askPs(pid)))
                * 1024;
    }

    private static OptionalLong kilobytes(Path file, String key) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException | java.io.UncheckedIOException notLinuxOrGone) {
            return OptionalLong.empty();
        }
    }

    private static long askPs(long pid) {
        try {
            Process ps = new ProcessBuilder(List.of("ps", "-o", "rss=", "-p", Long.toString(pid))).start();
            String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return answer.isEmpty() ? 0 : Long.parseLong(answer);
        } catch (IOException | NumberFormatException noPs) {
            return 0;
        }
    }
}

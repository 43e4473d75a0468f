package io.orderflow.deploy.local.services;

import io.orderflow.deploy.local.process.LeashedCommand;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One member of the stack: what it needs before its first start, how it is started, how one knows that it serves. */
public interface StackService {

    String name();

    int port();

    /** Where people and programs reach it over HTTP, if they do. */
    @Nullable
    String url();

    Path log();

    /** What a start waits for, in words. */
    String waitsFor();

    /** Once, before the first start: unpack, initialise. Must be safe to repeat after a crash in the middle. */
    void prepare() throws IOException, InterruptedException;

    /** For every start. */
    LeashedCommand command();

    /** Whether it serves now; asked again and again, answers within a second or two. */
    boolean isReady();

    /** Once, after the first start: what it must hold before others use it. */
    void furnish() throws IOException, InterruptedException;

    /** After every end, with the exit code of the process. */
    void ended(int exitCode) throws IOException;
}

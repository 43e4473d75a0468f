package io.orderflow.deploy.local.services;

import io.orderflow.deploy.local.process.LeashedCommand;
import io.orderflow.deploy.local.process.StopSignal;
import io.orderflow.deploy.local.state.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of our own services, from its packaged jar, in a JVM of its own. */
public final class BootService implements StackService {

    private final Layout layout;
    private final Purpose purpose;
    private final String module;
    private final int port;
    private final int heapMegabytes;
    private final Map<String, String> environment;
    private final Readiness readiness;
    private @Nullable ExtractedApplication application;
    private @Nullable ClassArchive classes;

    BootService(
            Layout layout,
            Purpose purpose,
            String module,
            int port,
            int heapMegabytes,
            Map<String, String> environment) {
        this.layout = layout;
        this.purpose = purpose;
        this.module = module;
        this.port = port;
        this.heapMegabytes = heapMegabytes;
        this.environment = environment;
        this.readiness = new Readiness(url() + "/actuator/health/readiness");
    }

    @Override
    public String name() {
        return module;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public Path log() {
        return layout.log(module);
    }

    @Override
    public String waitsFor() {
        return readiness.url();
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        Path extracted = BootJar.extract(BootJar.find(layout.root(), module), layout.cache(), log());
        classes = ClassArchive.of(module, extracted, layout.cache());
        application = ExtractedApplication.of(extracted);
    }

    @Override
    public LeashedCommand command() {
        if (application == null || classes == null) {
            throw new IllegalStateException("not prepared");
        }
        List<String> line = new ArrayList<>();
        line.add(Shell.java());
        line.addAll(JvmOptions.of(purpose, heapMegabytes));
        line.addAll(classes.options(purpose));
        line.addAll(application.arguments());
        Map<String, String> variables = new HashMap<>(JvmOptions.ENVIRONMENT);
        variables.putAll(environment);
        variables.put("SERVER_PORT", Integer.toString(port));
        return new LeashedCommand(line, variables, layout.run(), log(), StopSignal.TERM, Duration.ofSeconds(40));
    }

    @Override
    public boolean isReady() {
        return readiness.isUp();
    }

    @Override
    public void furnish() {
        // A service brings its own schema.
    }

    @Override
    public void ended(int exitCode) throws IOException {
        if (classes != null) {
            classes.ended(exitCode);
        }
    }
}

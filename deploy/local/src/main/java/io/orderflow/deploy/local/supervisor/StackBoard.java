package io.orderflow.deploy.local.supervisor;

import io.orderflow.deploy.local.process.ProcessIdentity;
import io.orderflow.deploy.local.services.KafkaBroker;
import io.orderflow.deploy.local.services.StackPlan;
import io.orderflow.deploy.local.services.StackService;
import io.orderflow.deploy.local.state.Layout;
import io.orderflow.deploy.local.state.StackFile;
import io.orderflow.deploy.local.state.StackState;
import io.orderflow.deploy.local.state.StackState.Phase;
import io.orderflow.deploy.local.state.StackState.ServiceStatus;
import io.orderflow.deploy.local.state.StackState.StepStatus;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known about the stack right now, mirrored in {@code stack.json} at every change. Thread safe. */
final class StackBoard {

    private final Layout layout;
    private final StackFile file;
    private final Clock clock;
    private final ProcessIdentity supervisor;
    private final @Nullable Long tiedTo;
    private final Map<String, Stopwatch> steps = new LinkedHashMap<>();
    private final Map<String, StackState.Service> services = new LinkedHashMap<>();
    private @Nullable StackPlan plan;
    private Phase phase = Phase.STARTING;
    private String message = "";

    StackBoard(Layout layout, Clock clock, @Nullable Long tiedTo) {
        this.layout = layout;
        this.file = new StackFile(layout.stackFile());
        this.clock = clock;
        this.supervisor = ProcessIdentity.of(ProcessHandle.current());
        this.tiedTo = tiedTo;
    }

    synchronized void expect(List<String> names) {
        names.forEach(name -> steps.put(name, new Stopwatch(clock)));
        write();
    }

    synchronized void planned(StackPlan made) {
        plan = made;
        made.services().forEach(service -> report(service, null, ServiceStatus.STOPPED));
        write();
    }

    synchronized void phase(Phase next, String why) {
        phase = next;
        message = why;
        write();
    }

    synchronized Phase phase() {
        return phase;
    }

    synchronized void step(String name, StepStatus status, String detail) {
        steps.computeIfAbsent(name, unexpected -> new Stopwatch(clock)).turn(status, detail);
        write();
    }

    synchronized void service(StackService service, @Nullable ProcessIdentity process, ServiceStatus status) {
        report(service, process, status);
        write();
    }

    /** Brings the seconds of running steps up to date. */
    synchronized void refresh() {
        write();
    }

    synchronized void forget() {
        file.delete();
    }

    private void report(StackService service, @Nullable ProcessIdentity process, ServiceStatus status) {
        services.put(
                service.name(),
                new StackState.Service(
                        service.name(),
                        service.port(),
                        process == null ? 0 : process.pid(),
                        process == null ? 0 : process.startedAt(),
                        service.url(),
                        status,
                        layout.shown(service.log())));
    }

    private void write() {
        file.write(new StackState(
                phase,
                supervisor.pid(),
                supervisor.startedAt(),
                tiedTo,
                phase == Phase.STARTING ? waitingFor() : message,
                plan == null ? List.of() : plan.notes(),
                steps.entrySet().stream()
                        .map(step -> step.getValue().toStep(step.getKey()))
                        .toList(),
                List.copyOf(services.values()),
                plan == null ? Map.of() : plan.urls(),
                plan == null ? null : KafkaBroker.bootstrapServers(plan.kafkaPort()),
                plan == null ? null : new StackState.Postgres(plan.postgresPort()),
                layout.shown(layout.credentialsFile())));
    }

    private String waitingFor() {
        return steps.values().stream()
                .filter(Stopwatch::isRunning)
                .map(Stopwatch::detail)
                .findFirst()
                .orElse(message);
    }
}

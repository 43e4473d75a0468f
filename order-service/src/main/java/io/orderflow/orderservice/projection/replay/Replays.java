package io.orderflow.orderservice.projection.replay;

import io.orderflow.kafkaadapters.replay.OffsetRange;
import io.orderflow.kafkaadapters.replay.TopicReplay;
import io.orderflow.orderservice.projection.messaging.OrderFacts;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/**
 * Starts replays of the read model and tells how they get on, one at a time over all nodes. A run that ends before its time
 * leaves what it has stored; the next one goes on from there. Thread safe.
 */
@Service
public class Replays implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);
    private static final long STOPS_WITHIN_SECONDS = 10;

    private final TopicReplay topic;
    private final Generations generations;
    private final OrderFacts facts;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "projection-replay"));
    private volatile boolean stopped;

    Replays(TopicReplay topic, Generations generations, OrderFacts facts) {
        this.topic = topic;
        this.generations = generations;
        this.facts = facts;
    }

    /**
     * What an operator wants.
     *
     * @param by who
     * @param afresh whether to give up what an interrupted replay has left, instead of going on with it
     * @param acceptBecause why to switch although the tables differ; null to stop before that
     */
    public record Request(String by, boolean afresh, @Nullable String acceptBecause) {}

    /**
     * Starts a run on this node and returns at once.
     *
     * @throws ReplayInProgressException if one runs already
     */
    public ReplayProgress start(Request request) {
        RunLock lock = generations.tryLock().orElseThrow(this::inProgress);
        Generation generation;
        try {
            if (request.afresh()) {
                generations.discardUnfinished();
            }
            generation = generations.begin(request.by(), node());
            thread.execute(() -> run(lock, generation, request));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
        return progress(generation.number()).orElseThrow();
    }

    private void run(RunLock lock, Generation generation, Request request) {
        LOG.info("{} replays into {}", request.by(), generation.table());
        try (lock) {
            runLocked(lock, generation, request);
        }
    }

    private void runLocked(RunLock lock, Generation generation, Request request) {
        try {
            Generation ended = new ReplayRun(topic, generations, facts, lock, () -> stopped, generation)
                    .run(request.acceptBecause());
            LOG.info("The replay into {} has ended: {} {}", ended.table(), ended.state(), ended.comparison());
        } catch (CancellationException e) {
            LOG.info("The replay into {} was interrupted; the next one goes on with it", generation.table());
        } catch (RuntimeException e) {
            LOG.error("The replay into {} has failed; the next one goes on with it", generation.table(), e);
            note(generation, e);
        }
    }

    private void note(Generation generation, RuntimeException failure) {
        try {
            generations.failed(generation.number(), failure.toString());
        } catch (RuntimeException e) {
            LOG.error("The failure could not be noted", e);
        }
    }

    /** Empty if there is no such generation. */
    public Optional<ReplayProgress> progress(int number) {
        List<Generation> all = generations.all();
        return all.stream().filter(each -> each.number() == number).findFirst().map(generation -> {
            Map<Integer, Long> until =
                    generations.positions(ReplayRun.current(generations).number());
            Map<Integer, Long> positions = new TreeMap<>(generations.positions(number));
            List<ReplayProgress.Partition> partitions = new ArrayList<>();
            new TreeMap<>(topic.ranges(facts.topic()))
                    .forEach((partition, range) -> partitions.add(new ReplayProgress.Partition(
                            partition,
                            range.first(),
                            Math.max(range.first(), positions.getOrDefault(partition, 0L)),
                            Math.max(range.first(), until.getOrDefault(partition, 0L)))));
            return new ReplayProgress(
                    generation,
                    generation.state().isUnfinished() && generations.isRunning(),
                    partitions.stream()
                            .mapToLong(each -> each.position() - each.first())
                            .sum(),
                    partitions.stream()
                            .mapToLong(each -> each.until() - each.first())
                            .sum(),
                    partitions);
        });
    }

    /** How many records the topic has. */
    public long recordsInTopic() {
        return topic.ranges(facts.topic()).values().stream()
                .mapToLong(OffsetRange::size)
                .sum();
    }

    private ReplayInProgressException inProgress() {
        return new ReplayInProgressException(generations.all().stream()
                .filter(each -> each.state().isUnfinished())
                .findFirst()
                .map(Generation::run)
                .orElse(null));
    }

    private static String node() {
        try {
            return InetAddress.getLocalHost().getHostName() + "/"
                    + ProcessHandle.current().pid();
        } catch (UnknownHostException e) {
            return "unknown/" + ProcessHandle.current().pid();
        }
    }

    @Override
    public void start() {
        // Nothing runs until an operator asks for it.
    }

    @Override
    public void stop() {
        stopped = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The replay does not stop; the database takes its lock back with the connection");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !stopped;
    }

    /** Stops first: whoever asks next finds a replay that has stored what it has read. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}

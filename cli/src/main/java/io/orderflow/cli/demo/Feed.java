package io.orderflow.cli.demo;

import io.orderflow.cli.stack.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Turns invoices into orders and cancellations, in the order of the file, as fast as the window allows. */
final class Feed {

    private static final int THREADS = 8;

    private final OrderApi api;
    private final Window window;
    private final Cancellations cancellations;
    private final Progress progress;
    private final String run;
    private final List<FedInvoice> fed = new ArrayList<>();
    private final Set<String> numbers = new HashSet<>();
    private final List<Future<?>> work = new ArrayList<>();

    Feed(OrderApi api, Window window, Progress progress, String run) {
        this.api = api;
        this.window = window;
        this.cancellations = new Cancellations(api);
        this.progress = progress;
        this.run = run;
    }

    /** Returns when every invoice has been answered; its order may still be under way. */
    List<FedInvoice> feed(Iterator<Invoice> invoices, int atMost) throws InterruptedException {
        ExecutorService captures = Executors.newFixedThreadPool(THREADS);
        ExecutorService oneByOne = Executors.newSingleThreadExecutor();
        try {
            while (invoices.hasNext() && fed.size() < atMost) {
                Invoice invoice = invoices.next();
                FedInvoice next = new FedInvoice(invoice, run, !numbers.add(invoice.number()));
                fed.add(next);
                begin(next, captures, oneByOne);
                work.removeIf(Feed::isDone);
            }
            for (Future<?> open : work) {
                await(open);
            }
            return fed;
        } finally {
            captures.shutdownNow();
            oneByOne.shutdownNow();
        }
    }

    private void begin(FedInvoice next, ExecutorService captures, ExecutorService oneByOne)
            throws InterruptedException {
        switch (next.kind()) {
            case ORDER -> {
                window.enter();
                cancellations.remember(next);
                work.add(captures.submit(() -> {
                    capture(next);
                    return next;
                }));
            }
            case CANCELLATION -> {
                List<FedInvoice> candidates = cancellations.candidates(next.invoice());
                work.add(oneByOne.submit(() -> {
                    cancellations.carryOut(next, candidates);
                    progress.cancellationAnswered();
                    return next;
                }));
            }
            case NOTHING -> progress.rejected();
        }
    }

    private void capture(FedInvoice next) throws InterruptedException {
        boolean overHttp = next.invoice().isOdd();
        Answer answer = overHttp ? api.capture(next) : api.accept(next);
        if (!answer.isSuccess()) {
            next.refuse(answer.problem());
            window.leave();
            progress.rejected();
        } else if (overHttp) {
            next.belongsTo(answer.body().path("id").asText());
        }
    }

    private static boolean isDone(Future<?> work) {
        if (!work.isDone()) {
            return false;
        }
        try {
            await(work);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private static void await(Future<?> work) throws InterruptedException {
        try {
            work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}

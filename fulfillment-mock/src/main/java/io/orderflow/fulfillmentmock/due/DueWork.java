package io.orderflow.fulfillmentmock.due;

import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that comes in batches and must not stop because of one that fails. For one scheduler thread at a time. */
public final class DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);

    private final String name;
    private final IntSupplier batch;
    private final int full;
    private final IntConsumer done;
    private boolean failing;

    /**
     * @param name what is done, for people
     * @param batch does one batch in a transaction of its own and returns how much that was
     * @param full from how much on there may be more
     * @param done told how much each batch was
     */
    public DueWork(String name, IntSupplier batch, int full, IntConsumer done) {
        this.name = name;
        this.batch = batch;
        this.full = full;
        this.done = done;
    }

    /** Drains what is due without a pause in between. */
    public void drain() {
        try {
            int size;
            do {
                size = batch.getAsInt();
                done.accept(size);
            } while (size >= full);
            failing = false;
        } catch (RuntimeException e) {
            // Nothing is lost: the batch was rolled back and is due again. Once per outage is enough for the log.
            if (!failing) {
                LOG.warn("Cannot {}; trying again until it works", name, e);
            }
            failing = true;
        }
    }
}

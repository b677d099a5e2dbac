package dev.skillladder.delivery;

/** A use case that a topic feeds: one bean per topic a service consumes. */
public interface EventHandler {

    /** The topic it reads, each event exactly once. */
    String topic();

    /**
     * Takes a batch in, inside the batch's transaction, which also moves the consumed offsets. An exception rolls the
     * whole batch back; if it comes again, the batch is retried event by event, so that only the one that fails is dead.
     */
    void handle(EventBatch batch);
}

package dev.skillladder.delivery;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/** The threads of event delivery, started and stopped together. */
record Delivery(Relay relay, BrokerWatch broker, PendingDrain drain, List<TopicConsumer> consumers)
        implements SmartLifecycle {

    private List<Worker> workers() {
        List<Worker> workers = new ArrayList<>(List.of(broker, relay, drain));
        workers.addAll(consumers);
        return workers;
    }

    @Override
    public void start() {
        workers().forEach(Worker::start);
    }

    @Override
    public void stop() {
        workers().forEach(Worker::end);
        workers().forEach(Worker::join);
    }

    @Override
    public boolean isRunning() {
        return relay.running();
    }

    /** Before the web server on the way up and after it on the way down, so that its last commits are still sent. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 4096;
    }
}

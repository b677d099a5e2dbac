package dev.skillladder.assessment.live;

import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notifies all instances that there are new rows, once for all commits of a moment. It is not part of the writers'
 * transactions, because PostgreSQL lets only one transaction at a time commit that notifies.
 */
@Component
class Wake implements SmartLifecycle {

    static final String CHANNEL = "live_change";

    private static final Logger LOG = LoggerFactory.getLogger(Wake.class);

    private final JdbcClient jdbc;
    private final Semaphore asked = new Semaphore(0);
    private volatile boolean running;

    Wake(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void everybody() {
        asked.release();
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("live-wake").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        asked.release();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            asked.acquireUninterruptibly();
            asked.drainPermits();
            if (running) {
                wake();
            }
        }
    }

    private void wake() {
        try {
            jdbc.sql("select pg_notify(:channel, '')")
                    .param("channel", CHANNEL)
                    .query((row, _) -> true)
                    .list();
        } catch (DataAccessException e) {
            LOG.debug("nobody was woken; instances look by themselves within seconds", e);
        }
    }
}

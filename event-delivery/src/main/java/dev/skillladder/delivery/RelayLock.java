package dev.skillladder.delivery;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The session lock that makes one relay of a database the active one; it ends with the session. */
record RelayLock(JdbcClient jdbc) {

    /** Where passive instances tell the active one that something waits. */
    static final String CHANNEL = "skill_ladder_outbox";

    /** "outbox" in ASCII; any number that nothing else in the service's own database uses. */
    private static final long KEY = 0x6f7574626f78L;

    boolean tryAcquire() {
        return jdbc.sql("select pg_try_advisory_lock(:key)")
                .param("key", KEY)
                .query(Boolean.class)
                .single();
    }

    /** Outside the writers' transactions: notifying in them would make their commits wait for each other. */
    void notifyActive() {
        jdbc.sql("select pg_notify(:channel, '')")
                .param("channel", CHANNEL)
                .query()
                .singleRow();
    }
}

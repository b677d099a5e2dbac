package dev.skillladder.localstack;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** One process of the stack. */
public enum Part {
    /** One server; per service one database, a login that owns it and one that may only use it. */
    POSTGRES("PostgreSQL", "local-stack", 15432),
    /** One broker that is its own controller. */
    KAFKA("Kafka", "local-stack", 19092),
    /** Issues tokens for the demo users. */
    IDENTITY("Demo identity provider", "local-stack", 9000),
    CATALOG("Catalog service", "catalog-service", 8081),
    PROFILE("Profile service", "profile-service", 8082),
    ASSESSMENT("Assessment service", "assessment-service", 8083),
    /** Shares database and consumer group with the first; runs only when asked for. */
    ASSESSMENT_2("Assessment service 2", "assessment-service", 8084),
    /** The only door; its database holds sessions. */
    GATEWAY("Gateway", "gateway", 8080);

    private final String title;
    private final String module;
    private final int defaultPort;

    Part(String title, String module, int defaultPort) {
        this.title = title;
        this.module = module;
        this.defaultPort = defaultPort;
    }

    /** What an ordinary start brings up. */
    static Set<Part> ordinary() {
        return EnumSet.complementOf(EnumSet.of(ASSESSMENT_2));
    }

    /** Parts that own a database; the second assessment instance uses the first one's. */
    static Set<Part> databases() {
        return EnumSet.of(CATALOG, PROFILE, ASSESSMENT, GATEWAY);
    }

    String title() {
        return title;
    }

    /** The Maven module whose exec jar holds the part. */
    String module() {
        return module;
    }

    int defaultPort() {
        return defaultPort;
    }

    /** Name of the database, and of the login that the service runs with. */
    String database() {
        return this == ASSESSMENT_2 ? ASSESSMENT.key() : key();
    }

    /** The login that owns the database and its tables; only migrations use it. */
    String databaseOwner() {
        return database() + "_owner";
    }

    /** As used in file names. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** PostgreSQL takes SIGTERM as "when the last client has gone" and SIGINT as "now, in good order". */
    String endSignal() {
        return this == POSTGRES ? "INT" : "TERM";
    }
}

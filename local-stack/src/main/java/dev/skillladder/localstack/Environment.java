package dev.skillladder.localstack;

import java.util.LinkedHashMap;
import java.util.Map;

/** What each part is told through its environment; the names are in docs/architecture.md. */
final class Environment {
    private final Settings settings;
    private final Postgres postgres;

    Environment(Settings settings, Postgres postgres) {
        this.settings = settings;
        this.postgres = postgres;
    }

    Map<String, String> of(Part part) {
        var environment = switch (part) {
            case POSTGRES, KAFKA -> new LinkedHashMap<String, String>();
            case IDENTITY -> identity();
            case GATEWAY -> gateway();
            case CATALOG -> service(part);
            case PROFILE -> profile();
            case ASSESSMENT, ASSESSMENT_2 -> assessment(part);
        };
        // people read these logs, not a collector
        environment.put("LOGGING_STRUCTURED_FORMAT_CONSOLE", "");
        environment.putAll(settings.environment());
        return environment;
    }

    private Map<String, String> identity() {
        var environment = new LinkedHashMap<String, String>();
        environment.put("SERVER_PORT", Integer.toString(settings.port(Part.IDENTITY)));
        environment.put("IDENTITY_ISSUER", settings.issuer());
        environment.put(
                "IDENTITY_DIRECTORY", settings.home().resolve("identity").toString());
        environment.put("IDENTITY_GATEWAY", settings.browserUrl());
        return environment;
    }

    private Map<String, String> gateway() {
        var environment = door(Part.GATEWAY);
        database(environment, Part.GATEWAY);
        environment.put("ENCRYPTION_KEYS", Secrets.encryptionKeys(settings.home(), Part.GATEWAY));
        environment.put("PUBLIC_URL", settings.browserUrl());
        environment.put("OIDC_CLIENT_SECRET", "demo-secret-skill-ladder-gateway");
        environment.put("CATALOG_URL", url(Part.CATALOG));
        environment.put("PROFILE_URL", url(Part.PROFILE));
        environment.put("ASSESSMENT_URL", url(Part.ASSESSMENT));
        return environment;
    }

    private Map<String, String> profile() {
        var environment = service(Part.PROFILE);
        // SCIM tells where people and teams are
        environment.put("PUBLIC_URL", settings.browserUrl());
        return environment;
    }

    private Map<String, String> assessment(Part part) {
        var environment = service(part);
        environment.put("ENCRYPTION_KEYS", Secrets.encryptionKeys(settings.home(), part));
        // mail leads there
        environment.put("PUBLIC_URL", settings.browserUrl());
        return environment;
    }

    private Map<String, String> service(Part part) {
        var environment = door(part);
        database(environment, part);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", settings.bootstrapServers());
        environment.put("KAFKA_REPLICATION_FACTOR", "1");
        return environment;
    }

    private void database(Map<String, String> environment, Part part) {
        environment.put("DB_URL", postgres.url(part.database()));
        environment.put("DB_USER", part.database());
        environment.put("DB_PASSWORD", postgres.passwordOf(part.database()));
        environment.put("DB_MIGRATION_USER", part.databaseOwner());
        environment.put("DB_MIGRATION_PASSWORD", postgres.passwordOf(part.databaseOwner()));
    }

    private Map<String, String> door(Part part) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("SERVER_PORT", Integer.toString(settings.port(part)));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("OIDC_ISSUER", settings.issuer());
        environment.put("OIDC_JWKS_URL", settings.issuer() + "/oauth2/jwks");
        return environment;
    }

    String url(Part part) {
        return "http://127.0.0.1:" + settings.port(part);
    }
}

package dev.skillladder.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import java.util.stream.Stream;

/** Passwords and keys: made once per home directory, readable by its owner alone. */
final class Secrets {
    static final String SUPERUSER = "postgres";
    private static final int BYTES = 18;
    private static final int KEY_BYTES = 32;

    private final Properties passwords;

    private Secrets(Properties passwords) {
        this.passwords = passwords;
    }

    static synchronized Secrets in(Path home) {
        var file = home.resolve("postgres/passwords.properties");
        try {
            if (!Files.exists(file)) {
                writePrivately(file, "");
            }
            var passwords = new Properties();
            try (var in = Files.newBufferedReader(file)) {
                passwords.load(in);
            }
            makeMissing(file, passwords);
            return new Secrets(passwords);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them at first; later those of a part that has only now got a database. */
    private static void makeMissing(Path file, Properties passwords) throws IOException {
        var random = new SecureRandom();
        var lines = new StringBuilder();
        for (var login : Stream.concat(
                        Stream.of(SUPERUSER),
                        Part.databases().stream().flatMap(part -> Stream.of(part.database(), part.databaseOwner())))
                .toList()) {
            if (!passwords.containsKey(login)) {
                passwords.setProperty(login, password(random));
                lines.append(login)
                        .append('=')
                        .append(passwords.getProperty(login))
                        .append('\n');
            }
        }
        if (!lines.isEmpty()) {
            Files.writeString(file, lines, StandardOpenOption.APPEND);
        }
    }

    /** A part's {@code ENCRYPTION_KEYS}: lost with the home directory, as is everything that was sealed with it. */
    static synchronized String encryptionKeys(Path home, Part part) {
        var file = home.resolve(part.database()).resolve("encryption-keys");
        try {
            if (!Files.exists(file)) {
                var key = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(key);
                writePrivately(file, "local:" + Base64.getEncoder().encodeToString(key));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writePrivately(Path file, CharSequence content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content);
    }

    private static String password(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    String passwordOf(String login) {
        var password = passwords.getProperty(login);
        if (password == null) {
            throw new StartFailed("No password is kept for database login '" + login + "': start anew with --fresh.");
        }
        return password;
    }
}

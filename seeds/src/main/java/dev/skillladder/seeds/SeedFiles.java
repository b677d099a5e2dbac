package dev.skillladder.seeds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON files of this module; a key nobody reads is refused, so that a typing mistake is seen. */
final class SeedFiles {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private SeedFiles() {}

    static boolean exists(String file) {
        return SeedFiles.class.getResource("/seeds/" + file) != null;
    }

    static <T> T read(String file, TypeReference<T> type) {
        try (InputStream in = SeedFiles.class.getResourceAsStream("/seeds/" + file)) {
            if (in == null) {
                throw new IllegalStateException("seeds/" + file + " is missing from the class path");
            }
            return JSON.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("seeds/" + file + " cannot be read", e);
        }
    }
}

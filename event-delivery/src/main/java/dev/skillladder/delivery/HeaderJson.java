package dev.skillladder.delivery;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Record headers as text that a person can read in a table: {@code [["ce_id","7"],…]}. Names may repeat and values need
 * not be text: a value that is not UTF-8 has its bytes as a third element, a missing one is null.
 */
final class HeaderJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private HeaderJson() {}

    static String write(Headers headers) {
        List<@Nullable String[]> pairs = new ArrayList<>();
        for (Header header : headers) {
            pairs.add(pair(header.key(), header.value()));
        }
        return JSON.writeValueAsString(pairs);
    }

    static Headers read(String json) {
        RecordHeaders headers = new RecordHeaders();
        for (@Nullable String[] pair : JSON.readValue(json, String[][].class)) {
            headers.add(pair[0], value(pair));
        }
        return headers;
    }

    private static @Nullable String[] pair(String name, byte @Nullable [] value) {
        if (value == null) {
            return new @Nullable String[] {name, null};
        }
        String text = new String(value, StandardCharsets.UTF_8);
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), value)
                ? new @Nullable String[] {name, text}
                : new @Nullable String[] {name, "", Base64.getEncoder().encodeToString(value)};
    }

    private static byte @Nullable [] value(@Nullable String[] pair) {
        if (pair.length == 3) {
            return Base64.getDecoder().decode(pair[2]);
        }
        String text = pair[1];
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}

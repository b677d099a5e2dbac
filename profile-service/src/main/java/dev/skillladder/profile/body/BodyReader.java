package dev.skillladder.profile.body;

import dev.skillladder.profile.problem.BadInput;
import dev.skillladder.profile.problem.MalformedJson;
import dev.skillladder.profile.problem.TooLarge;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the request bodies of this service, with everything that is wrong in one answer. */
@Component
class BodyReader extends AbstractHttpMessageConverter<Object> {

    /** 1 MB, as for all JSON of the product. */
    static final int MAX_BYTES = 1024 * 1024;

    private final Map<Class<?>, Function<Fields, ?>> formats;
    private final JsonMapper json;

    BodyReader(List<BodyFormat<?>> formats, JsonMapper json) {
        super(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
        this.formats = formats.stream().collect(Collectors.toMap(BodyFormat::type, BodyFormat::read));
        this.json = json.rebuild()
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .build();
    }

    @Override
    protected boolean supports(Class<?> type) {
        return formats.containsKey(type);
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage message) throws IOException {
        if (!(tree(bytes(message)) instanceof ObjectNode object)) {
            throw new BadInput("", "Send a JSON object.");
        }
        return Fields.read(object, Objects.requireNonNull(formats.get(type)));
    }

    private static byte[] bytes(HttpInputMessage message) throws IOException {
        byte[] bytes = message.getHeaders().getContentLength() > MAX_BYTES
                ? new byte[MAX_BYTES + 1]
                : message.getBody().readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new TooLarge("A body may have at most 1 MB. Send less.");
        }
        return bytes;
    }

    private JsonNode tree(byte[] bytes) {
        try (JsonParser parser = json.createParser(bytes)) {
            try {
                return json.readTree(parser);
            } catch (JacksonException e) {
                throw malformed(parser);
            }
        }
    }

    /** Broken syntax, a field given twice, or nested too deep. */
    private static MalformedJson malformed(JsonParser parser) {
        TokenStreamLocation location = parser.currentLocation();
        return new MalformedJson(
                parser.streamReadContext().pathAsPointer().toString(),
                "The JSON cannot be read at line " + location.getLineNr() + ", column " + location.getColumnNr()
                        + ". Correct it and send the request again.");
    }

    @Override
    protected void writeInternal(Object body, HttpOutputMessage message) {
        throw new UnsupportedOperationException("reads only");
    }
}

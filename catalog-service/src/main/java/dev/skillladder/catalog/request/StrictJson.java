package dev.skillladder.catalog.request;

import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.jdk.NumberDeserializers;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Bodies mean what they say: no unknown or repeated property, no "3" for 3, no 3.7 cut to 3, nothing that PostgreSQL or
 * JSON could not give back. Only for HTTP: events stay open for new properties.
 */
@Configuration(proxyBeanMethods = false)
class StrictJson {

    @Bean
    ServerHttpMessageConvertersCustomizer strictBodies(JsonMapper json) {
        JsonMapper strict = strict(json);
        return converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(strict));
    }

    static JsonMapper strict(JsonMapper json) {
        SimpleModule storable = new SimpleModule("storable")
                .addDeserializer(String.class, new StorableText())
                .addKeyDeserializer(String.class, new StorableKey())
                .addDeserializer(double.class, new FiniteNumber());
        return json.rebuild()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .addModule(storable)
                .build();
    }

    /** Whether a text survives UTF-8 and PostgreSQL: no NUL, no half of a surrogate pair. */
    private static boolean storable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF));
    }

    private static final class StorableText extends StringDeserializer {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return context.reportInputMismatch(String.class, "Expected a text");
            }
            String text = parser.getString();
            if (!storable(text)) {
                context.reportInputMismatch(String.class, "A text with NUL or half a surrogate pair cannot be stored");
            }
            return text;
        }
    }

    private static final class StorableKey extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            if (!storable(key)) {
                context.reportInputMismatch(String.class, "A name with NUL or half a surrogate pair cannot be stored");
            }
            return key;
        }
    }

    private static final class FiniteNumber extends NumberDeserializers.DoubleDeserializer {

        FiniteNumber() {
            super(double.class, 0.0);
        }

        @Override
        public Double deserialize(JsonParser parser, DeserializationContext context) {
            Double value = super.deserialize(parser, context);
            if (value != null && !Double.isFinite(value)) {
                context.reportInputMismatch(double.class, "The number is too large");
            }
            return value;
        }
    }
}

package dev.skillladder.catalog.description;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Says of every record's schema which properties are always there, and which may be null: springdoc does not read
 * JSpecify.
 */
final class RecordSchemas implements ModelConverter {

    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, Class<?>> records = new ConcurrentHashMap<>();

    /** Only looks on: remembers which schema stands for which record. */
    @Override
    @SuppressWarnings("rawtypes") // as the interface declares it
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema schema = chain.next().resolve(type, context, chain);
        Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && schema.get$ref() != null && raw.isRecord()) {
            records.put(schema.get$ref().replace(REFERENCE, ""), raw);
        }
        return schema;
    }

    void mark(@SuppressWarnings("rawtypes") Map<String, Schema> schemas) {
        schemas.forEach((name, schema) -> {
            Class<?> type = records.get(name);
            if (type != null) {
                for (RecordComponent component : type.getRecordComponents()) {
                    mark(schema, component);
                }
            }
        });
    }

    private static void mark(Schema<?> schema, RecordComponent component) {
        Schema<?> property =
                schema.getProperties() == null ? null : schema.getProperties().get(component.getName());
        if (property == null) {
            return;
        }
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            schema.addRequiredItem(component.getName());
        } else if (property.getTypes() != null) {
            property.addType("null");
        }
    }
}

package dev.skillladder.assessment.description;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a record marks {@code @Nullable} may be null, everything else is always there; springdoc reads neither. */
class Nullness implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        Class<?> raw = Json31.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && raw.isRecord()) {
            mark(raw, named(schema, context));
        }
        return schema;
    }

    /** A named schema is defined elsewhere and only referred to. */
    private static @Nullable Schema<?> named(Schema<?> schema, ModelConverterContext context) {
        String reference = schema.get$ref();
        return reference == null
                ? schema
                : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static void mark(Class<?> type, @Nullable Schema<?> schema) {
        Map<?, ?> properties = schema == null ? null : schema.getProperties();
        if (schema == null || properties == null) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            if (properties.get(component.getName()) instanceof Schema<?> property) {
                if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    allowNull(property);
                } else if (schema.getRequired() == null || !schema.getRequired().contains(component.getName())) {
                    schema.addRequiredItem(component.getName());
                }
            }
        }
    }

    private static void allowNull(Schema<?> property) {
        if (property.getTypes() != null) {
            property.getTypes().add("null");
        }
    }
}

package dev.skillladder.profile.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a record does not mark {@code @Nullable} is required; what it does may be null. springdoc knows neither. */
class Nullness implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
        if (!next.hasNext()) {
            return null;
        }
        Schema<?> schema = next.next().resolve(type, context, next);
        Class<?> raw = Json31.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && raw.isRecord()) {
            describe(raw, model(schema, context));
        }
        return schema;
    }

    /** A named schema is defined elsewhere and only referred to. */
    private static @Nullable Schema<?> model(Schema<?> schema, ModelConverterContext context) {
        String ref = schema.get$ref();
        return ref == null ? schema : context.getDefinedModels().get(ref.substring(ref.lastIndexOf('/') + 1));
    }

    private static void describe(Class<?> type, @Nullable Schema<?> model) {
        Map<?, ?> properties = model == null ? null : model.getProperties();
        if (model == null || properties == null) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            if (properties.get(component.getName()) instanceof Schema<?> property) {
                if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    require(model, component);
                } else if (property.getTypes() != null) {
                    property.getTypes().add("null");
                }
            }
        }
    }

    private static void require(Schema<?> model, RecordComponent component) {
        var stated = component.getAccessor().getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        boolean optional = stated != null && stated.requiredMode() == RequiredMode.NOT_REQUIRED;
        boolean listed = model.getRequired() != null && model.getRequired().contains(component.getName());
        if (!optional && !listed) {
            model.addRequiredItem(component.getName());
        }
    }
}

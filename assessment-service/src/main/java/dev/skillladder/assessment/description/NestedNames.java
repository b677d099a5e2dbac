package dev.skillladder.assessment.description;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Set;

/** A rating of a review and a rating of evidence are two schemas, so nested types carry the name of what holds them. */
class NestedNames extends TypeNameResolver {

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        Class<?> holder = type.getEnclosingClass();
        return holder == null
                ? super.nameForClass(type, options)
                : nameForClass(holder, options) + super.nameForClass(type, options);
    }
}

package dev.skillladder.gateway.login;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;

/**
 * Reads and writes a session's attributes, sealed: the ID token is among them. What cannot be opened or read, after a
 * change of keys or of release for one, counts as absent: the person signs in again. Nothing but the classes a session has
 * is read at all.
 */
final class StoredObjects implements GenericConverter {

    private static final ObjectInputFilter KNOWN =
            ObjectInputFilter.Config.createFilter("org.springframework.security.**;java.lang.*;java.util.*;java.time.*;"
                    + "java.net.*;!*;maxdepth=40;maxbytes=1000000");

    private static final Logger LOG = LoggerFactory.getLogger(StoredObjects.class);

    /** For all attributes of all sessions: Spring Session does not say which it is about to read. */
    private static final String PLACE = "attribute";

    private final Seal seal;

    private StoredObjects(Seal seal) {
        this.seal = seal;
    }

    static ConversionService conversion(Seal seal) {
        var conversion = new GenericConversionService();
        var bytes = new SerializingConverter();
        conversion.addConverter(Object.class, byte[].class, attribute -> seal.close(bytes.convert(attribute), PLACE));
        conversion.addConverter(new StoredObjects(seal));
        return conversion;
    }

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(byte[].class, Object.class));
    }

    @Override
    public @Nullable Object convert(@Nullable Object stored, TypeDescriptor from, TypeDescriptor to) {
        if (!(stored instanceof byte[] sealed)) {
            return null;
        }
        try (var objects = new ObjectInputStream(new ByteArrayInputStream(seal.open(sealed, PLACE)))) {
            objects.setObjectInputFilter(KNOWN);
            return objects.readObject();
        } catch (Seal.Broken | IOException | ClassNotFoundException | RuntimeException | LinkageError unreadable) {
            LOG.info("a stored session cannot be read, so its person signs in again: {}", unreadable.toString());
            return null;
        }
    }
}

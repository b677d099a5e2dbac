package dev.skillladder.profile.body;

import dev.skillladder.contract.Text;
import dev.skillladder.profile.problem.BadInput;
import dev.skillladder.profile.problem.FieldError;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a body, asked for one by one. What is wrong is noted, and answered by a harmless value so that the next
 * field can be looked at; the body is refused at the end, with all that was noted.
 */
public class Fields {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}");
    private static final UUID NO_ID = new UUID(0, 0);

    /** Nobody was hired before, no line reaches beyond; also what a database can hold. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

    private final ObjectNode object;
    private final String at;
    private final List<FieldError> errors;
    private final Set<String> asked = new HashSet<>();

    Fields(ObjectNode object) {
        this(object, "", new ArrayList<>());
    }

    private Fields(ObjectNode object, String at, List<FieldError> errors) {
        this.object = object;
        this.at = at;
        this.errors = errors;
    }

    /** What the format makes of the object; everything that is wrong with it is refused at once. */
    public static <T> T read(ObjectNode object, Function<Fields, T> format) {
        Fields fields = new Fields(object);
        T read = format.apply(fields);
        fields.refuseIfWrong();
        return read;
    }

    /** A text that has to be there, without the blanks around it. */
    public String text(String name, int max) {
        return required(name, optionalText(name, max), "");
    }

    /** A text or null; blank is null. */
    public @Nullable String optionalText(String name, int max) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            note(name, "must be a text.");
            return null;
        }
        String text = value.stringValue().strip();
        if (text.codePointCount(0, text.length()) > max) {
            note(name, "may have at most " + max + " characters.");
            return null;
        }
        if (text.codePoints().anyMatch(Fields::isUnprintable)) {
            note(name, "must not hold control characters or broken surrogate pairs.");
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    private static boolean isUnprintable(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    /** A name in both languages; the one that is missing is taken from the other. */
    public Text name(String name, int max) {
        JsonNode value = value(name);
        if (!(value instanceof ObjectNode inner)) {
            note(name, "must be an object {zh, en} with at least one of the two.");
            return new Text("", "");
        }
        Fields fields = new Fields(inner, pointer(name), errors);
        int before = errors.size();
        String zh = fields.optionalText("zh", max);
        String en = fields.optionalText("en", max);
        fields.refuseUnasked();
        if (zh == null && en == null && errors.size() == before) {
            note(name, "needs a zh or an en that is not blank.");
        }
        return new Text(firstOf(zh, en), firstOf(en, zh));
    }

    private static String firstOf(@Nullable String one, @Nullable String other) {
        return one != null ? one : Objects.requireNonNullElse(other, "");
    }

    public String slug(String name) {
        String text = text(name, 64);
        if (!text.isEmpty() && !SLUG.matcher(text).matches()) {
            note(name, "must be a slug of lower-case letters, digits and hyphens.");
        }
        return text;
    }

    public UUID id(String name) {
        return required(name, optionalId(name), NO_ID);
    }

    public @Nullable UUID optionalId(String name) {
        String text = optionalText(name, 64);
        if (text == null) {
            return null;
        }
        if (!ID.matcher(text).matches()) {
            note(name, "must be a UUID in lower case.");
            return null;
        }
        return UUID.fromString(text);
    }

    public LocalDate day(String name) {
        return required(name, optionalDay(name), FIRST_DAY);
    }

    public @Nullable LocalDate optionalDay(String name) {
        String text = optionalText(name, 64);
        if (text == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)) {
                return day;
            }
            note(name, "must lie between " + FIRST_DAY + " and " + LAST_DAY + ".");
            return null;
        } catch (DateTimeException e) {
            note(name, "must be a day that exists, written as 2026-11-01.");
            return null;
        }
    }

    /** The last day of something that starts on {@code from}, or null. */
    public @Nullable LocalDate end(String name, LocalDate from) {
        LocalDate to = optionalDay(name);
        if (to != null && to.isBefore(from)) {
            note(name, "must not lie before from.");
            return null;
        }
        return to;
    }

    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        E[] constants = type.getEnumConstants();
        String text = optionalText(name, 64);
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseGet(() -> {
                    note(name, "must be one of " + Arrays.toString(constants) + ".");
                    return constants[0];
                });
    }

    /** True or false; false if it is not there. */
    public boolean flag(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isBoolean()) {
            note(name, "must be true or false.");
        }
        return value != null && value.asBoolean(false);
    }

    /** Notes what the format itself found wrong with a field. */
    public void note(String name, String detail) {
        String pointer = pointer(name);
        if (errors.stream().noneMatch(error -> error.pointer().equals(pointer))) {
            errors.add(new FieldError(pointer, name + " " + detail));
        }
    }

    void refuseIfWrong() {
        refuseUnasked();
        if (!errors.isEmpty()) {
            throw new BadInput(errors);
        }
    }

    /** A field nobody asked for is a typing error: taking it in silence would lose what the caller meant. */
    private void refuseUnasked() {
        for (String name : object.propertyNames()) {
            if (!asked.contains(name)) {
                note(name, "is not a field of this request; remove it or correct its name.");
            }
        }
    }

    private @Nullable JsonNode value(String name) {
        asked.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private <T> T required(String name, @Nullable T value, T harmless) {
        if (value == null) {
            note(name, "is missing.");
            return harmless;
        }
        return value;
    }

    private String pointer(String name) {
        return at + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}

package dev.skillladder.catalog.difference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.catalog.document.Place;
import dev.skillladder.contract.Text;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.GoldenObservation;
import dev.skillladder.contract.catalog.FrameworkDocument.OutOfDate;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A new property of the contract must not pass as a text because of its name, or be forgotten as one. */
class TextsOfTheContractTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNode TEXT = JSON.readTree("{\"zh\": \"新\", \"en\": \"new\"}");

    private final List<String> wrong = new ArrayList<>();
    private int checked;

    @Test
    void textsAreExactlyWhatPeopleReadOrSearchBy() {
        check(FrameworkDocument.class, Place.TOP);

        assertThat(wrong).isEmpty();
        assertThat(checked).isGreaterThan(100);
    }

    private void check(Class<?> type, Place place) {
        for (RecordComponent component : type.getRecordComponents()) {
            Place inside = place.property(component.getName());
            Class<?> value = element(component);
            if (value.isRecord() && value != Text.class && !isTooDeep(inside)) {
                check(value, component.getType() == List.class ? inside.element("x") : inside);
            } else {
                checked++;
                boolean found = type(inside, value == Text.class).isText();
                if (found != isText(type, component, value)) {
                    wrong.add(inside.pattern() + " of type " + type.getSimpleName());
                }
            }
        }
    }

    /** Rules may hold rules; one round is enough. */
    private static boolean isTooDeep(Place place) {
        return place.pattern().chars().filter(letter -> letter == '.').count() > 8;
    }

    private static boolean isText(Class<?> type, RecordComponent component, Class<?> value) {
        if (type == OutOfDate.class) {
            return true; // what is marked changes with texts only
        }
        boolean source = component.getName().equals("source") && type != GoldenObservation.class;
        return value == Text.class || value == Map.class || source;
    }

    private static ChangeType type(Place place, boolean text) {
        return new Found(place, null, text ? TEXT : JSON.readTree("\"new\""), false, false).type();
    }

    private static Class<?> element(RecordComponent component) {
        if (component.getType() == List.class) {
            return (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        }
        return component.getType();
    }
}

package dev.skillladder.catalog.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.catalog.SmallFramework;
import dev.skillladder.contract.Text;
import dev.skillladder.contract.catalog.FrameworkDocument;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class TextOnlyChangeTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /roles/0/requirements/0/importance | 4
            /roles/0/requirements/0/proficiency | 2.5
            /parameters/tolerance | 0.4
            /skills/1/halfLife | null
            /skills/0/category | "data"
            /categories/1/id | "renamed"
            /developmentActions/0/kind | "RESEARCH"
            /transfers | []
            /programme/months | 24
            """)
    void refusesWhateverCanMoveALevel(String pointer, String json) {
        assertThat(textOnly(SmallFramework.valid().with(pointer, json))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /name/zh | "改名"
            /skills/0/description/en | "Better said"
            /skills/0/behaviours/0/text/en | "Better said"
            /skills/0/synonyms | {"zh": [], "en": ["snake"]}
            /ladders/0/levels/1/differs | null
            /roles/0/requirements/0/source | "article §1"
            """)
    void acceptsWhatIsOnlyRead(String pointer, String json) {
        assertThat(textOnly(SmallFramework.valid().with(pointer, json))).isTrue();
    }

    /** A new property of the contract must not slip through under the name of a text, or be forgotten as one. */
    @Test
    void textsOfTheContractAreExactlyThoseLeftOut() {
        List<String> wrong = new ArrayList<>();
        for (Class<?> type : Stream.concat(
                        Stream.of(FrameworkDocument.class), Stream.of(FrameworkDocument.class.getDeclaredClasses()))
                .filter(Class::isRecord)
                .toList()) {
            for (RecordComponent component : type.getRecordComponents()) {
                boolean text = component.getType() == Text.class
                        || component.getType() == Map.class
                        || component.getName().equals("source");
                if (text != TextOnlyChange.TEXTS.contains(component.getName())) {
                    wrong.add(type.getSimpleName() + "." + component.getName());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean textOnly(SmallFramework after) {
        return TextOnlyChange.between(JSON.readTree(SmallFramework.valid().json()), JSON.readTree(after.json()));
    }
}

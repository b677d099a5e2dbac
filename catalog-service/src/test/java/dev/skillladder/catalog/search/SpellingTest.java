package dev.skillladder.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {

    @ParameterizedTest
    @ValueSource(strings = {"fine-tuning", "Fine tuning", "finetuning", " ＦＩＮＥ\u2011Tuning\n", "fine_tuning"})
    void joinsWhatIsWrittenWithAndWithoutHyphen(String text) {
        assertThat(Spelling.compact(text)).isEqualTo("finetuning");
    }

    @Test
    void keepsWhatTellsLanguagesApart() {
        assertThat(Spelling.compact("C++")).isEqualTo("c++");
        assertThat(Spelling.compact("C#")).isEqualTo("c#");
    }

    @Test
    void cutsWhereChineseBegins() {
        assertThat(Spelling.words("LoRA微调 in practice")).containsExactly("lora", "微调", "in", "practice");
    }

    @Test
    void cutsLongTextsBetweenCharacters() {
        assertThat(Spelling.compact("𠮷".repeat(300))).isEqualTo("𠮷".repeat(200));
    }
}

package dev.skillladder.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PinyinTest {

    @Test
    void spellsSyllablesWithoutTones() {
        assertThat(Pinyin.syllables("微调")).contains("weitiao");
        assertThat(Pinyin.syllables("分布式训练")).containsExactly("fenbushixunlian");
    }

    @Test
    void knowsSeveralReadings() {
        assertThat(Pinyin.syllables("重构")).contains("chonggou", "zhonggou");
        assertThat(Pinyin.syllables("绿")).contains("lv", "lu");
    }

    @Test
    void takesFirstLetters() {
        assertThat(Pinyin.initials("微调")).contains("wt");
    }

    @Test
    void keepsOtherLetters() {
        assertThat(Pinyin.syllables("lora微调")).contains("loraweitiao");
        assertThat(Pinyin.initials("gpu集群")).contains("gpujq");
    }

    @Test
    void hasNothingForTextsWithoutChinese() {
        assertThat(Pinyin.syllables("fine-tuning")).isEmpty();
        assertThat(Pinyin.initials("")).isEmpty();
    }

    @Test
    void keepsFewReadingsOfManyAmbiguousCharacters() {
        assertThat(Pinyin.syllables("重调行参差率单长传")).hasSizeLessThanOrEqualTo(8);
    }
}

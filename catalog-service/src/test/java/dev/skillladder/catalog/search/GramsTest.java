package dev.skillladder.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GramsTest {

    @Test
    void cutsChineseIntoCharactersAndPairs() {
        assertThat(Grams.of("分布式")).containsExactlyInAnyOrder("分", "布", "式", "分布", "布式");
    }

    @Test
    void keepsCharactersOutsideTheBasicPlaneWhole() {
        assertThat(Grams.of("𠮷野")).containsExactlyInAnyOrder("𠮷", "野", "𠮷野");
    }
}

package dev.skillladder.catalog.exchange.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1",
                "+1",
                "-1",
                "@a",
                "＝1",
                "＋1",
                "－1",
                "＠a",
                "\t1",
                "\r1",
                "\n=1",
                "\u0000",
                "  =1",
                "\u3000＝1",
                "\u00a0=1",
                "\u200b=1",
                "'=1",
                "''＝1",
                "=1\nand more"
            })
    void putsAnApostropheBeforeWhatCouldBeAFormulaAndTakesItAwayAgain(String text) {
        String guarded = FormulaGuard.guarded(text);
        assertThat(guarded).isEqualTo("'" + text);
        assertThat(FormulaGuard.plain(guarded)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1", "Kafka", "  indented", "'quoted'", "技能", "3-4", "'tis"})
    void leavesOtherTextsAsTheyAre(String text) {
        assertThat(FormulaGuard.guarded(text)).isEqualTo(text);
        assertThat(FormulaGuard.plain(text)).isEqualTo(text);
    }
}

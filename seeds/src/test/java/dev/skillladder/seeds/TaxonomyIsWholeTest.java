package dev.skillladder.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TaxonomyIsWholeTest {

    @Test
    void readsEveryFile() {
        assertThat(SeedFramework.document().roles()).hasSize(7);
    }
}

package dev.skillladder.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs only where ./verify found an engine with the images; then containers must really be what the tests use. */
@Tag("containers")
class ContainersTest {

    @Test
    void postgresRunsInAContainer() throws Exception {
        assertThat(TestPostgres.isContainer()).isTrue();
        assertThat(StackTest.answerOf(TestPostgres.database("containers"), "select inet_server_addr() is not null"))
                .isEqualTo("t");
        assertThat(StackTest.answerOf(
                        TestPostgres.database("containers"), "select not inet_server_addr() <<= inet '127.0.0.0/8'"))
                .isEqualTo("t");
    }

    @Test
    void kafkaRunsInAContainer() throws Exception {
        assertThat(TestKafka.isContainer()).isTrue();
        assertThat(StackTest.producedAndConsumed("containers")).isEqualTo("hello");
    }
}

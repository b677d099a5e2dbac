package dev.skillladder.delivery;

import dev.skillladder.contract.Topics;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service that notes what it is told. */
@SpringBootApplication
class TestService {

    @Bean
    EventHandler notes(JdbcClient jdbc) {
        return new Notes(Topics.TEAMS, jdbc);
    }
}

package dev.skillladder.profile;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts profile-service. */
@SpringBootApplication
public class ProfileService {

    public static void main(String[] args) {
        SpringApplication.run(ProfileService.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

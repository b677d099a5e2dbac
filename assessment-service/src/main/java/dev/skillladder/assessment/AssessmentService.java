package dev.skillladder.assessment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts assessment-service. */
@SpringBootApplication
public class AssessmentService {

    public static void main(String[] args) {
        SpringApplication.run(AssessmentService.class, args);
    }
}

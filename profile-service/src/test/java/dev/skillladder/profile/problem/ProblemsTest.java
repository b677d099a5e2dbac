package dev.skillladder.profile.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What cannot be caused from outside. */
class ProblemsTest {

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Failing())
            .setControllerAdvice(new Problems())
            .build();

    @RestController
    static class Failing {

        @GetMapping("/bug")
        void bug() {
            throw new IllegalStateException("secret of the house");
        }

        @GetMapping("/database-away")
        void databaseAway() {
            throw new CannotGetJdbcConnectionException("secret of the house", new SQLException("refused"));
        }

        @GetMapping("/race")
        void race() {
            throw new DuplicateKeyException("secret of the house");
        }
    }

    @BeforeEach
    void request() {
        MDC.put("requestId", "r-1");
    }

    @AfterEach
    void forget() {
        MDC.clear();
    }

    @Test
    void keepsTheCauseOfBugsToTheLog() throws Exception {
        JsonNode problem = answer("/bug", 500);

        assertThat(problem.get("type").asString()).endsWith("/internal-error");
        assertThat(problem.get("requestId").asString()).isEqualTo("r-1");
        assertThat(problem.toString()).doesNotContain("secret");
    }

    @Test
    void asksToTryAgainWhenTheDatabaseIsAway() throws Exception {
        assertThat(answer("/database-away", 503).get("type").asString()).endsWith("/unavailable");
    }

    @Test
    void tellsTheLoserOfARaceToAskAgain() throws Exception {
        assertThat(answer("/race", 409).get("type").asString()).endsWith("/conflict");
    }

    @Test
    void doesNotBlameTheCallerForKeysThatCannotBeRead() throws Exception {
        HttpServletRequest request = new MockHttpServletRequest("GET", "/api/profiles/me");
        MockHttpServletResponse response = new MockHttpServletResponse();

        new SecurityProblems(JsonMapper.shared())
                .onAuthenticationFailure(request, response, new AuthenticationServiceException("connection refused"));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(response.getContentType()).startsWith("application/problem+json");
    }

    private JsonNode answer(String path, int status) throws Exception {
        MockHttpServletResponse response = mvc.perform(get(path)).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        return JsonMapper.shared().readTree(response.getContentAsString());
    }
}

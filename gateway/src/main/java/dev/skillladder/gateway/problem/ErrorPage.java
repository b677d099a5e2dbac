package dev.skillladder.gateway.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the servlet container itself refuses gets the same shape as everything else. */
@RestController
class ErrorPage implements ErrorController {

    @RequestMapping("/error")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        Problem problem = Problems.refused(request, status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status);
        new Problem(
                        problem.type(),
                        problem.title(),
                        problem.status(),
                        problem.detail(),
                        path(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)),
                        problem.requestId())
                .answer(response);
    }

    private static String path(@Nullable Object original) {
        return original == null ? "/" : original.toString();
    }
}

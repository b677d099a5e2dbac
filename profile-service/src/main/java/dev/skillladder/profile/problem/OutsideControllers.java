package dev.skillladder.profile.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The problem for what failed before or after a controller, for example in the firewall. */
@Hidden
@RestController
class OutsideControllers implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<Object> error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        // without attributes somebody asked for /error itself, which is no path of ours
        HttpStatusCode code = HttpStatusCode.valueOf(status instanceof Integer value ? value : 404);
        Problem problem = OfStatus.problem(code, path instanceof String uri ? uri : request.getRequestURI());
        return ResponseEntity.status(code).contentType(problem.mediaType()).body(problem.body());
    }
}

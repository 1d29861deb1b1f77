package id.deskpemilu.shared.web;

import id.deskpemilu.shared.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.json.JsonMapper;

/** Answers of {@code /api/**} when something is refused or goes wrong: always a problem document with a code. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    private final Problems problems;

    ApiErrors(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        return answer(problems.of(refusal));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> conflict(ConcurrencyFailureException conflict) {
        return answer(problems.of(HttpStatus.CONFLICT, "STALE"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(IllegalArgumentException unreadable) {
        return answer(problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "REQUEST_INVALID"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(RuntimeException failure) {
        if (Unkeepable.isCauseOf(failure)) {
            return answer(problems.of(HttpStatus.UNPROCESSABLE_CONTENT, Unkeepable.CODE));
        }
        LOG.error("A request failed", failure);
        return answer(problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "FAILED"));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception cause, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpStatus known = HttpStatus.valueOf(status.value());
        HttpStatus answered = known == HttpStatus.BAD_REQUEST ? HttpStatus.UNPROCESSABLE_CONTENT : known;
        String code = known == HttpStatus.BAD_REQUEST ? "REQUEST_INVALID" : known.name();
        return new ResponseEntity<>(problems.of(answered, code), headers, answered);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** What a caller without a valid token or without any role of the desk is told. */
    @Configuration(proxyBeanMethods = false)
    static class AtTheDoor {

        @Bean
        AuthenticationEntryPoint apiEntryPoint(Problems problems, JsonMapper json) {
            return (request, response, cause) -> {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                write(response, json, problems.of(HttpStatus.UNAUTHORIZED, "SIGN_IN"));
            };
        }

        @Bean
        AccessDeniedHandler apiDenied(Problems problems, JsonMapper json) {
            return (request, response, cause) -> write(response, json, problems.of(HttpStatus.FORBIDDEN, "NO_ROLE"));
        }

        private static void write(HttpServletResponse response, JsonMapper json, ProblemDetail problem)
                throws IOException {
            response.setStatus(problem.getStatus());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            json.writeValue(response.getOutputStream(), problem);
        }
    }
}

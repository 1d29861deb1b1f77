package id.deskpemilu.shared.web;

import id.deskpemilu.shared.Refusal;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Writes refusals as problems (RFC 9457): a stable code, a sentence and a next step in the user's language. */
@Component
public class Problems {

    /** The placeholder {9} of every sentence stands for whom to ask at the desk. */
    private static final int CONTACT = 9;

    private final MessageSource messages;
    private final String contact;

    Problems(MessageSource messages, @Value("${desk.contact}") String contact) {
        this.messages = messages;
        this.contact = contact;
    }

    /** The problem document of a refusal. */
    public ProblemDetail of(Refusal refusal) {
        ProblemDetail problem = of(HttpStatus.valueOf(refusal.kind().status()), refusal.code(), refusal.arguments());
        refusal.details().forEach(problem::setProperty);
        return problem;
    }

    /** The problem document of a code that needs no refusal, e.g. {@code SIGN_IN}. */
    public ProblemDetail of(HttpStatus status, String code, Object... arguments) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, reason(code, arguments));
        problem.setTitle(status.getReasonPhrase());
        problem.setProperty("code", code);
        problem.setProperty("next", next(code, arguments));
        return problem;
    }

    /** Why, in a sentence. */
    public String reason(String code, Object... arguments) {
        return text("refusal." + code, arguments);
    }

    /** What to do now, in a sentence. */
    public String next(String code, Object... arguments) {
        return text("refusal." + code + ".next", arguments);
    }

    private String text(String key, Object... arguments) {
        Locale locale = LocaleContextHolder.getLocale();
        Object[] filled = Arrays.copyOf(arguments, CONTACT + 1);
        filled[CONTACT] = contact;
        return messages.getMessage(key, filled, key, locale);
    }
}

package id.deskpemilu.shared;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request that the desk does not carry out, and why. Every refusal has a stable code; the sentence for the user and the
 * next step stand in the message bundle under {@code refusal.CODE} and {@code refusal.CODE.next}.
 */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of answer the refusal is; each kind has one HTTP status. */
    public enum Kind {
        /** The request cannot be read or holds values that cannot be (422). */
        INVALID(422),
        /** The person may not do this, here (403). */
        FORBIDDEN(403),
        /** There is no such thing, or not for this person (404). */
        NOT_FOUND(404),
        /** It contradicts what has happened before (409). */
        CONFLICT(409),
        /** It was there and is over (410). */
        GONE(410),
        /** A server that the desk needs for it does not answer (503). */
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status of this kind. */
        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String code;
    private final transient List<Object> arguments;
    private final transient Map<String, Object> details = new TreeMap<>();

    private Refusal(Kind kind, String code, Object... arguments) {
        super(code);
        this.kind = kind;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public static Refusal invalid(String code, Object... arguments) {
        return new Refusal(Kind.INVALID, code, arguments);
    }

    public static Refusal forbidden(String code, Object... arguments) {
        return new Refusal(Kind.FORBIDDEN, code, arguments);
    }

    public static Refusal notFound(String code, Object... arguments) {
        return new Refusal(Kind.NOT_FOUND, code, arguments);
    }

    public static Refusal conflict(String code, Object... arguments) {
        return new Refusal(Kind.CONFLICT, code, arguments);
    }

    public static Refusal gone(String code, Object... arguments) {
        return new Refusal(Kind.GONE, code, arguments);
    }

    public static Refusal unavailable(String code, Object... arguments) {
        return new Refusal(Kind.UNAVAILABLE, code, arguments);
    }

    /** Adds a machine-readable detail to the answer, e.g. the findings that still need a reason. */
    public Refusal with(String name, @Nullable Object value) {
        if (value != null) {
            details.put(name, value);
        }
        return this;
    }

    public Kind kind() {
        return kind;
    }

    /** The stable code, in upper case, e.g. {@code ALREADY_REPORTED}. */
    public String code() {
        return code;
    }

    /** What the message's placeholders are filled with. */
    public Object[] arguments() {
        return arguments.toArray();
    }

    /** Further members of the problem document. */
    public Map<String, Object> details() {
        return Map.copyOf(details);
    }
}

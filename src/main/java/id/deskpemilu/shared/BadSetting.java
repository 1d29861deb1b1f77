package id.deskpemilu.shared;

import java.util.List;

/** Settings that keep the desk from starting. Each sentence names its environment variable, none holds a secret. */
final class BadSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadSetting(List<String> sentences) {
        super(String.join("; ", sentences));
    }

    BadSetting(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

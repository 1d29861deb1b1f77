package id.deskpemilu.report.web;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.util.Locale;

/** Figures in words, as the form itself asks for them: 210 is "dua ratus sepuluh". */
final class NumberWords {

    private NumberWords() {}

    /** The figure in the words of the language. */
    static String of(int figure, Locale locale) {
        return new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT).format(figure);
    }
}

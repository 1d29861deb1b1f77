package id.deskpemilu.workflow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Writes what a picture consists of. */
final class Svg {

    private Svg() {}

    static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Lines below one another. */
    static String text(Lettering letters, List<String> lines, double x, double top) {
        StringBuilder text = new StringBuilder("<text>");
        double baseline = top + letters.ascent();
        for (String line : lines) {
            text.append("<tspan x=\"%s\" y=\"%s\">%s</tspan>".formatted(number(x), number(baseline), escape(line)));
            baseline += letters.line();
        }
        return text.append("</text>").toString();
    }
}

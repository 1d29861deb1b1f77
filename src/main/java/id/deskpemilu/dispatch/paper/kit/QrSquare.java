package id.deskpemilu.dispatch.paper.kit;

import id.deskpemilu.dispatch.paper.kit.Canvas.Ink;
import io.nayuki.qrcodegen.QrCode;

/** A QR code of rectangles, with the white margin that readers need around it. */
public final class QrSquare extends Block {

    /** Modules of white on each side. */
    private static final int MARGIN = 3;

    private final QrCode code;
    private final String alt;
    private final float side;

    private QrSquare(QrCode code, String alt, float side) {
        this.code = code;
        this.alt = alt;
        this.side = side;
    }

    /**
     * A code.
     *
     * @param text what it says
     * @param alt the same for those who cannot see it
     * @param side of the square in points, margin included
     */
    public static QrSquare of(String text, String alt, float side) {
        return new QrSquare(QrCode.encodeText(text, QrCode.Ecc.LOW), alt, side);
    }

    /** The same code in another size. */
    public QrSquare side(float points) {
        return new QrSquare(code, alt, points);
    }

    QrCode code() {
        return code;
    }

    /** Draws the code into a square of side 1. */
    void paint(Canvas canvas) {
        double module = 1.0 / (code.size + 2 * MARGIN);
        canvas.ink(Ink.grey(1)).fill(0, 0, 1, 1).ink(Ink.BLACK);
        canvas.scaled(module);
        for (int row = 0; row < code.size; row++) {
            int from = -1;
            for (int column = 0; column <= code.size; column++) {
                boolean dark = column < code.size && code.getModule(column, row);
                if (dark && from < 0) {
                    from = column;
                } else if (!dark && from >= 0) {
                    canvas.rectangle(from + MARGIN, (double) code.size + MARGIN - row - 1, (double) column - from, 1);
                    from = -1;
                }
            }
        }
        canvas.fillAll();
    }

    @Override
    float height(float width) {
        return side;
    }

    @Override
    void draw(Pen pen, float x, float top, float width) {
        String name = pen.thing(this);
        pen.mark(
                pen.parent().add("Figure").alt(Face.clean(alt)),
                canvas -> canvas.thing(name, x, top - side, side, side));
    }
}

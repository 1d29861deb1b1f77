package id.deskpemilu.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * A photo of the page of a form that has the votes, drawn line by line as if by hand: one row for each choice with its number
 * and its votes, then rows A, B and C. Nothing on it is written in a font, so that it looks the same on every machine.
 */
final class DrawnForm {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 1200;
    private static final int ROW = 130;

    /** The strokes of each digit and of A, B, C on a grid of 2 × 4, as x y pairs; −1 lifts the pen. */
    private static final Map<Character, int[]> STROKES = Map.ofEntries(
            Map.entry('0', new int[] {0, 0, 2, 0, 2, 4, 0, 4, 0, 0}),
            Map.entry('1', new int[] {0, 1, 1, 0, 1, 4}),
            Map.entry('2', new int[] {0, 0, 2, 0, 2, 2, 0, 2, 0, 4, 2, 4}),
            Map.entry('3', new int[] {0, 0, 2, 0, 2, 2, 0, 2, -1, -1, 2, 2, 2, 4, 0, 4}),
            Map.entry('4', new int[] {0, 0, 0, 2, 2, 2, -1, -1, 2, 0, 2, 4}),
            Map.entry('5', new int[] {2, 0, 0, 0, 0, 2, 2, 2, 2, 4, 0, 4}),
            Map.entry('6', new int[] {2, 0, 0, 0, 0, 4, 2, 4, 2, 2, 0, 2}),
            Map.entry('7', new int[] {0, 0, 2, 0, 1, 4}),
            Map.entry('8', new int[] {0, 0, 2, 0, 2, 4, 0, 4, 0, 0, -1, -1, 0, 2, 2, 2}),
            Map.entry('9', new int[] {2, 2, 0, 2, 0, 0, 2, 0, 2, 4, 0, 4}),
            Map.entry('A', new int[] {0, 4, 1, 0, 2, 4, -1, -1, 0, 3, 2, 3}),
            Map.entry('B', new int[] {0, 0, 2, 1, 0, 2, 2, 3, 0, 4, 0, 0}),
            Map.entry('C', new int[] {2, 0, 0, 0, 0, 4, 2, 4}));

    private final Random hand;
    private final Graphics2D pen;

    private DrawnForm(Graphics2D pen, Random hand) {
        this.pen = pen;
        this.hand = hand;
    }

    /** The photo of what the paper says, as a JPEG. */
    static byte[] photo(Paper paper, long seed) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        var form = new DrawnForm(pen, new Random(seed));
        form.paper();
        int y = 140;
        for (int number = 1; number <= paper.votes().size(); number++) {
            form.row(y, String.valueOf(number), paper.get("suara_" + number));
            y += ROW;
        }
        y += ROW / 2;
        for (String[] total : new String[][] {{"A", "suara_sah"}, {"B", "suara_tidak_sah"}, {"C", "suara_total"}}) {
            form.row(y, total[0], paper.get(total[1]));
            y += ROW;
        }
        form.shadows();
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void paper() {
        pen.setColor(new Color(0x8d8577));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.rotate(Math.toRadians(hand.nextInt(5) - 2), WIDTH / 2.0, HEIGHT / 2.0);
        pen.setColor(new Color(0xf4f1e8));
        pen.fillRect(40, 40, WIDTH - 80, HEIGHT - 80);
        pen.setColor(new Color(0x33313a));
        pen.fillRect(40, 40, WIDTH - 80, 24);
    }

    /** Light and dark as no two photos have them: otherwise all would pass for the same one. */
    private void shadows() {
        int columns = 9;
        int rows = 8;
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                pen.setColor(new Color(0x20, 0x20, 0x30, 4 + hand.nextInt(56)));
                pen.fillRect(column * WIDTH / columns, row * HEIGHT / rows, WIDTH / columns + 1, HEIGHT / rows + 1);
            }
        }
    }

    private void row(int y, String name, int figure) {
        pen.setStroke(new BasicStroke(2));
        pen.setColor(new Color(0x77737e));
        pen.drawLine(80, y + ROW - 20, WIDTH - 80, y + ROW - 20);
        write(110, y, 22, name, new Color(0x33313a), 5);
        pen.setColor(new Color(0xb9b4aa));
        pen.setStroke(new BasicStroke(10));
        pen.drawLine(240, y + 30, 420 + hand.nextInt(60), y + 30);
        pen.drawLine(240, y + 60, 380 + hand.nextInt(60), y + 60);
        String digits = "%3d".formatted(figure);
        for (int box = 0; box < 3; box++) {
            int x = 560 + box * 90;
            pen.setStroke(new BasicStroke(3));
            pen.setColor(new Color(0x33313a));
            pen.drawRect(x, y - 5, 80, 100);
            if (digits.charAt(box) == ' ') {
                pen.drawLine(x + 15, y + 10, x + 65, y + 80); // an empty box is crossed out
                pen.drawLine(x + 65, y + 10, x + 15, y + 80);
            } else {
                write(x + 20, y + 10, 18, digits.substring(box, box + 1), new Color(0x1c3f8f), 7);
            }
        }
    }

    private void write(int x, int y, int size, String text, Color ink, int width) {
        pen.setColor(ink);
        pen.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int i = 0; i < text.length(); i++) {
            int[] strokes = STROKES.get(text.charAt(i));
            var line = new Path2D.Double();
            boolean down = false;
            for (int point = 0; point < strokes.length; point += 2) {
                if (strokes[point] < 0) {
                    down = false;
                    continue;
                }
                double px = x + i * size * 3.0 + strokes[point] * size + hand.nextInt(5);
                double py = y + strokes[point + 1] * size + hand.nextInt(5);
                if (down) {
                    line.lineTo(px, py);
                } else {
                    line.moveTo(px, py);
                    down = true;
                }
            }
            pen.draw(line);
        }
    }
}

package id.deskpemilu.dispatch.paper.kit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A picture, drawn as large as its box allows. */
public final class Picture extends Block {

    private final BufferedImage image;
    private final String alt;
    private final float height;

    private Picture(BufferedImage image, String alt, float height) {
        this.image = image;
        this.alt = alt;
        this.height = height;
    }

    /**
     * Reads a picture.
     *
     * @param file a PNG or another format that Java reads
     * @param alt what it shows
     * @param height of its box in points
     * @return nothing if it cannot be read
     */
    public static Optional<Picture> of(byte[] file, String alt, float height) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
            return image == null ? Optional.empty() : Optional.of(new Picture(image, alt, height));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    BufferedImage image() {
        return image;
    }

    @Override
    float height(float width) {
        return height;
    }

    @Override
    void draw(Pen pen, float x, float top, float width) {
        float scale = Math.min(width / image.getWidth(), height / image.getHeight());
        float wide = image.getWidth() * scale;
        float tall = image.getHeight() * scale;
        String name = pen.thing(this);
        pen.mark(
                pen.parent().add("Figure").alt(Face.clean(alt)),
                canvas -> canvas.thing(name, x + (width - wide) / 2, top - height + (height - tall) / 2, wide, tall));
    }
}

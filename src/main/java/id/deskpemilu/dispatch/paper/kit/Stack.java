package id.deskpemilu.dispatch.paper.kit;

import java.util.List;

/** Blocks one below the other that stay together on one page. */
public final class Stack extends Block {

    private final List<Block> blocks;

    private Stack(List<Block> blocks) {
        this.blocks = blocks;
    }

    /** Keeps the blocks together. */
    public static Stack of(Block... blocks) {
        return new Stack(List.of(blocks));
    }

    /** Keeps the blocks together. */
    public static Stack of(List<? extends Block> blocks) {
        return new Stack(List.copyOf(blocks));
    }

    @Override
    float height(float width) {
        float height = 0;
        float gap = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            height += (i == 0 ? 0 : Math.max(gap, block.before())) + block.height(width);
            gap = block.after();
        }
        return height;
    }

    @Override
    float before() {
        return blocks.isEmpty() ? 0 : blocks.get(0).before();
    }

    @Override
    float after() {
        return blocks.isEmpty() ? 0 : blocks.get(blocks.size() - 1).after();
    }

    @Override
    void draw(Pen pen, float x, float top, float width) {
        float y = top;
        float gap = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            y -= i == 0 ? 0 : Math.max(gap, block.before());
            float height = block.height(width);
            block.draw(pen, x, y, width);
            y -= height;
            gap = block.after();
        }
    }
}

package id.deskpemilu.dispatch.signature;

/**
 * Where the block of a signature stands.
 *
 * @param page from 1
 * @param x its left edge, in points from the left of the page
 * @param y its lower edge, in points from the bottom of the page
 * @param width in points
 * @param height in points
 */
public record SignatureBox(int page, float x, float y, float width, float height) {}

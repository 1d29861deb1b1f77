package id.deskpemilu.report.evidence;

import id.deskpemilu.shared.Refusal;

/**
 * Keeps pictures under the SHA-256 of their bytes. Nothing is ever deleted; putting the same bytes again changes nothing,
 * so that a transaction that fails after a put leaves at worst a picture that nobody refers to.
 */
public interface PhotoStore {

    /**
     * Keeps a picture.
     *
     * @param sha256 64 lower-case hexadecimal digits of the content
     * @throws Refusal {@code PHOTO_STORE_DOWN} if the store does not answer
     */
    void put(String sha256, byte[] content);

    /**
     * Gives a picture back.
     *
     * @throws Refusal {@code PHOTO_STORE_DOWN} if the store does not answer or does not have it
     */
    byte[] get(String sha256);
}

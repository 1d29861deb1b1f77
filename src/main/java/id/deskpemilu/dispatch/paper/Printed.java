package id.deskpemilu.dispatch.paper;

import id.deskpemilu.dispatch.signature.SignatureBox;

/**
 * A letter as PDF/A-3b, not signed yet.
 *
 * @param pdf the file
 * @param pages how many
 * @param box where the block of the signature stands
 */
public record Printed(byte[] pdf, int pages, SignatureBox box) {}

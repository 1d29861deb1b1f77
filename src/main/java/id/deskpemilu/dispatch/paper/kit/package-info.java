/** A small layout kit on top of PDFBox: paragraphs, tables and drawings on pages, tagged, as PDF/A-3b. */
@NullMarked
package id.deskpemilu.dispatch.paper.kit;

import org.jspecify.annotations.NullMarked;

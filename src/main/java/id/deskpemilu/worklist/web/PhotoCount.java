package id.deskpemilu.worklist.web;

import id.deskpemilu.report.evidence.PhotoState;

/**
 * How much of a form is there as photos.
 *
 * @param state {@code NONE SOME COMPLETE}; message {@code photos.<state>}
 * @param pages of how many pages there is a photo
 * @param expected how many pages the form has
 */
public record PhotoCount(String state, int pages, int expected) {

    static PhotoCount of(int pages, int expected) {
        return new PhotoCount(PhotoState.of(pages, expected).name(), pages, expected);
    }
}

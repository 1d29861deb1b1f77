package id.deskpemilu.dispatch.web;

import id.deskpemilu.shared.web.Choice;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The letters of an election that a person may see. POST {@code /letters} with {@code election}, {@code region} and
 * {@code kind} ({@code FULL} or {@code FLASH}) makes one now.
 *
 * @param code of the election
 * @param elections the elections that can be looked at; shown if there is more than one
 * @param regions the regions for which the person may make a letter, the largest first; empty if for none
 * @param letters those that were made and those that are planned, the latest hour first
 * @param next the hour of the next planned cut; null if none is planned
 * @param error why no letter was made, in the reader's language; null if nothing was refused
 */
public record LettersPage(
        String election,
        String code,
        List<Choice> elections,
        List<Choice> regions,
        List<Row> letters,
        @Nullable ZonedDateTime next,
        @Nullable String error,
        @Nullable String notice) {

    /**
     * A letter.
     *
     * @param base its address
     * @param kind {@code FULL} or {@code FLASH}; message {@code letter.kind.<kind>}
     * @param cutAt the hour of its data
     * @param status message {@code letter.status.<status>}
     * @param standing message {@code letter.standing.<standing>}
     * @param number on the paper; null before it has one
     * @param reason why it was withdrawn; null if it was not
     * @param files whether there is something to download
     */
    public record Row(
            String base,
            String region,
            String kind,
            ZonedDateTime cutAt,
            String status,
            String standing,
            @Nullable String number,
            @Nullable String reason,
            boolean files) {}
}

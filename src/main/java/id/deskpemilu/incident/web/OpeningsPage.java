package id.deskpemilu.incident.web;

import id.deskpemilu.shared.web.Crumb;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which stations have opened.
 *
 * @param election code of the election
 * @param region code of the region; null if the reader has several and chose none
 * @param name its name; null likewise
 * @param opened how many stations are known to have opened
 * @param stations of how many
 * @param parts the regions below; empty for a desa
 * @param lines the stations of a desa
 * @param hour the hour that the control has at first
 * @param zone WIB, WITA or WIT
 * @param writes whether the reader may say that one has opened
 * @param incident address of the form for a late opening, to be completed with the TPS; null if the reader may not
 * @param error why nothing was taken; null if it was
 * @param notice what was just done; null if nothing
 */
public record OpeningsPage(
        String election,
        @Nullable String region,
        @Nullable String name,
        List<Crumb> crumbs,
        int opened,
        int stations,
        List<Part> parts,
        List<Line> lines,
        String hour,
        String zone,
        boolean writes,
        @Nullable String incident,
        @Nullable String error,
        @Nullable String notice) {

    /** A part of the region, and how far it is. */
    public record Part(String name, String href, int opened, int stations) {

        /** How many of a hundred have opened. */
        public double percent() {
            return stations == 0 ? 0 : 100.0 * opened / stations;
        }
    }

    /**
     * A station.
     *
     * @param number three digits
     * @param at when it opened, by the clock of the election; null if that is not known
     */
    public record Line(
            String code,
            String number,
            boolean special,
            @Nullable ZonedDateTime at) {}

    /** How many stations are not known to have opened. */
    public int missing() {
        return stations - opened;
    }
}

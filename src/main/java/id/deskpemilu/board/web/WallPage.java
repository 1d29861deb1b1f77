package id.deskpemilu.board.web;

import id.deskpemilu.board.chart.Arrival;
import id.deskpemilu.board.chart.Ring;
import id.deskpemilu.shared.web.Coverage;
import java.util.List;

/**
 * What the beamer shows: one of several slides, in turn. No name or number of a person of the desk is in it, and no way to
 * a report.
 *
 * @param agency whose desk it is
 * @param election name of the election
 * @param simulation whether it is a rehearsal
 * @param region name of the region
 * @param slide number of the slide, from 1
 * @param slides how many there are
 * @param automatic whether the slides change by themselves
 * @param seconds how long a slide stays
 * @param kind {@code OVERVIEW}, {@code VOTES}, {@code REGIONS} or {@code EMPTY}
 * @param contest slug of the contest shown; empty for all
 * @param rings every contest of the region; for an overview
 * @param arrival for an overview
 * @param votes for votes
 * @param parts for regions
 * @param coverage under all of it
 */
public record WallPage(
        String agency,
        String election,
        boolean simulation,
        String region,
        int slide,
        int slides,
        boolean automatic,
        int seconds,
        String kind,
        String contest,
        List<Named> rings,
        Arrival arrival,
        BoardPage.Votes votes,
        List<Named> parts,
        Coverage coverage) {

    /** A ring with the name of its region, or the slug of its contest. */
    public record Named(String name, Ring ring) {}

    /** The slide before. */
    public int previous() {
        return slide == 1 ? slides : slide - 1;
    }

    /** The slide after. */
    public int next() {
        return slide == slides ? 1 : slide + 1;
    }
}
